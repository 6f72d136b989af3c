import type { Assessment, Line, PhaseFacts, Total } from '../../assessment/assessment.js';
import { publishedPhases } from '../../assessment/published.js';
import { version } from '../../assessment/version.js';
import { jsonText } from '../../render/formats/json-text.js';
import { formatted, plain } from '../../units/format.js';
import { listed } from '../../units/listed.js';
import { outputTexts } from '../ids.js';
import type { Output, OutputContext } from '../output.js';
import { excluded, included, type Persona, phasesInside, type Terms, termsOf } from './boundary.js';
import { ghgProtocol } from './ghg-protocol.js';
import { sciMessages } from './messages.js';
import { goalAndScope } from './scope.js';
import { consumerScores, providerScores, type Score } from './scores.js';

/**
 * Scores of the Software Carbon Intensity (ISO/IEC 21031:2024), SCI = ((E × I) + M) per R, for the two boundaries of the
 * specification SCI for AI (Green Software Foundation): the provider's, all of development per training token, parameter and
 * FLOP; and the consumer's, the deployments per request and per token. Beside them the electricity with the labels of the GHG
 * Protocol, and a statement of goal and scope in the words of ISO 14044.
 *
 * @see https://github.com/Green-Software-Foundation/sci-ai/blob/main/SPEC.md
 */
export const sci = {
  id: 'sci',
  render: (assessment, context) => new Map([[outputTexts.sci.files, jsonText(scoresOf(assessment, context.report))]]),
} as const satisfies Output;

function scoresOf(assessment: Assessment, report: OutputContext['report']): object {
  const { model, totals, sources } = assessment;
  const { development, deployment } = totals;
  const published = publishedPhases(assessment, assessment.phases);
  if (published.length > 0) report(sciMessages.publishedTotal(titlesOf(published)));
  const provider = development && { terms: termsOf(assessment, 'provider', development), total: development };
  const consumer = deployment && { terms: termsOf(assessment, 'consumer', deployment), total: deployment };
  const ofProvider = provider === undefined ? [] : providerScores(assessment, provider.terms, report);
  const ofConsumer = consumer === undefined ? [] : consumerScores(consumer.terms, consumer.total, report);
  return {
    specification: 'ISO/IEC 21031:2024 (Software Carbon Intensity), with the boundaries and functional units of SCI for AI',
    formula: 'SCI = ((E × I) + M) per R',
    kind: 'Screening carbon footprint, not critically reviewed',
    model: { id: model.id, name: model.name },
    date: assessment.report.date,
    authors: assessment.report.authors.length === 0 ? undefined : assessment.report.authors,
    generator: `carboncard ${version}, factor tables ${assessment.method.factors}`,
    provider: provider && boundaryOf(assessment, 'provider', { ...provider, scores: ofProvider }),
    consumer: consumer && {
      ...boundaryOf(assessment, 'consumer', { ...consumer, scores: ofConsumer }),
      period: consumer.total.period,
    },
    ghgProtocol: ghgProtocol(assessment),
    goalAndScope: goalAndScope(assessment, [...ofProvider, ...ofConsumer]),
    sources,
  };
}

interface Boundary {
  readonly terms: Terms;
  readonly total: Total;
  readonly scores: readonly Score[];
}

/** One persona's scores, with what they are made of and what they cover. */
function boundaryOf(assessment: Assessment, persona: Persona, { terms, total, scores }: Boundary): object {
  return {
    scores,
    ...terms,
    softwareBoundary: {
      stages: persona === 'provider' ? ['design and development'] : ['operation and monitoring'],
      included: included(assessment, persona),
      excluded: excluded(assessment, persona),
    },
    intensities: phasesInside(assessment, persona).flatMap(intensityOf),
    method: methodOf(assessment, persona, { terms, total, scores }),
  };
}

/** The location-based intensity of a phase. */
function intensityOf({ title, grid, place }: PhaseFacts): readonly object[] {
  if (grid === undefined) return [];
  const { intensity, year, zone, lifeCycle, basis, source } = grid;
  return [{ phase: title, place: place?.label, intensity, accounting: 'location-based', year, zone, lifeCycle, basis, source }];
}

/** How the terms were calculated: a sentence for each that is there, and for making the hardware where it is not. */
function methodOf(assessment: Assessment, persona: Persona, { terms, total, scores }: Boundary): readonly string[] {
  const { E, I, M, C } = terms;
  const own = phasesInside(assessment, persona);
  const published = publishedPhases(assessment, own);
  const electric = own.filter((facts) => assessment.lines.some((line) => isOf(line, facts) && line.energy !== undefined));
  return [
    ...(E === undefined
      ? []
      : [
          `E: electricity of the machines that are counted${electric.length === own.length ? '' : `, of ${titlesOf(electric)} alone`}, with idle and reserved ones where they are recorded, and with cooling and losses.`,
        ]),
    ...(I === undefined ? [] : ['I: location-based averages; market-based instruments and offsets are left out.']),
    ...(published.length === 0 ? [] : [`O of ${titlesOf(published)} is as published, without E and I.`]),
    ...madeSentences(assessment, own, M),
    ...(total.byCalendar === undefined || M === undefined
      ? []
      : [
          plain(
            `The report counts making the hardware by busy hours ÷ (lifetime × occupancy), ${formatted(total.emissions).text} in all; by calendar, as here, it is ${formatted(C).text}.`,
          ),
        ]),
    sumsText(terms, scores),
  ];
}

/** How making the hardware was counted, of the phases that have it. */
function madeSentences(assessment: Assessment, own: readonly PhaseFacts[], M: Terms['M']): readonly string[] {
  if (M === undefined) return ['M: making the hardware is not counted, so C is too low by it.'];
  const lines = assessment.lines.filter((line) => line.component === 'embodied');
  const isGiven = ({ inputs }: Line): boolean => inputs.some(({ name }) => name === 'embodied emissions');
  const having = (wanted: (line: Line) => boolean) => own.filter((facts) => lines.some((line) => isOf(line, facts) && wanted(line)));
  const [all, given, calculated] = [having(() => true), having(isGiven), having((line) => !isGiven(line))];
  return [
    ...(calculated.length === 0
      ? []
      : [
          'M = TE × (TiR ÷ EL) × (RR ÷ ToR): the share of the lifetime for which the hardware was reserved, without a divisor for its use.',
        ]),
    ...(given.length === 0 ? [] : [`M of ${titlesOf(given)} is as published; whether it has a divisor for its use is not known.`]),
    ...(all.length === own.length
      ? []
      : [`M of ${titlesOf(own.filter((facts) => !all.includes(facts)))}: making the hardware is not counted, so C is too low by it.`]),
  ];
}

/** The sums of the terms that are there. */
function sumsText({ E, I, M, C }: Terms, scores: readonly Score[]): string {
  return [
    ...(E === undefined || I === undefined ? [] : ['O = E × I.']),
    M === undefined ? 'C = O.' : 'C = O + M.',
    ...(scores.length === 0 ? [] : ['Score = C ÷ R.']),
    ...(C.low === undefined ? [] : ['low and high are the 5 % and 95 % points.']),
  ].join(' ');
}

function titlesOf(phases: readonly PhaseFacts[]): string {
  return listed(phases.map(({ title }) => title));
}

function isOf({ phase, name }: Pick<PhaseFacts, 'phase' | 'name'>, facts: Pick<PhaseFacts, 'phase' | 'name'>): boolean {
  return phase === facts.phase && name === facts.name;
}
