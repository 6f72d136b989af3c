import type { Assessment } from '../../assessment/assessment.js';
import { asLine } from '../../render/tokens.js';
import { gapsText } from '../../sections/gaps.js';
import { baseModelsSentence } from '../../sections/words/base-models.js';
import { deviceHours, gridsText, placesText } from '../../sections/words/facts.js';
import { mostDevices } from '../../sections/words/most.js';
import { mainTotal, shortInterval } from '../../sections/words/words.js';
import { givenRequests } from '../../units/count.js';
import { durationText, formatted } from '../../units/format.js';
import { counts, figure, written } from './written.js';

/** A macro of `carbon.tex` for one fact, without its backslash. */
export interface Fact {
  readonly macro: string;
  readonly tex: string;
}

/** What the macros hold: each is there only where its figure is known. */
export function factsOf(assessment: Assessment): readonly Fact[] {
  const total = mainTotal(assessment);
  const { deployment, development, lifecycle } = assessment.totals;
  const perRequest = deployment?.perPhase === undefined ? deployment?.perRequest : undefined;
  const amount = (text: string | undefined): string | undefined => text && figure(text);
  const text = (words: string | undefined): string | undefined => words && written(asLine(words));
  const count = (words: string | undefined): string | undefined => words && counts(words);
  const all: readonly (readonly [string, string | undefined])[] = [
    ['carbonmodel', text(assessment.model.name)],
    ['carbontotal', amount(total && formatted(total.emissions).text)],
    ['carboninterval', amount(total && shortInterval(total.emissions))],
    ['carbonmarket', amount(total?.emissionsMarket && formatted(total.emissionsMarket).text)],
    ['carbonenergy', amount(total?.energy && formatted(total.energy).text)],
    ['carbonwater', amount(total?.water && formatted(total.water).text)],
    ['carbonhardware', text(mostDevices(assessment))],
    ['carbonhours', count(deviceHours(assessment))],
    ['carbonplaces', text(placesText(assessment))],
    ['carbongrid', text(gridsText(assessment))],
    ['carbonuse', amount(development && deployment && formatted(deployment.emissions).text)],
    ['carbonuseperiod', text(deployment?.period && durationText(deployment.period.value))],
    ['carbonrequests', count(perRequest && givenRequests(perRequest.requests))],
    ['carbonperrequest', amount(perRequest && formatted(perRequest.emissions).text)],
    ['carbonperrequestinterval', amount(perRequest && shortInterval(perRequest.emissions))],
    ['carbonlifecycle', amount(lifecycle && formatted(lifecycle.emissions).text)],
    // Sentences, with their full stop.
    ['carbonbasemodels', text(baseModelsSentence(assessment))],
    ['carbonnotcounted', text(gapsText(assessment))],
  ];
  return all.flatMap(([macro, tex]) => (tex === undefined || tex === '' ? [] : [{ macro, tex }]));
}
