import type { Assessment, PhaseFacts, Total } from '../../assessment/assessment.js';
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
  if (published.length > 0) report(sciMessages.publishedTotal(listed(published.map(({ title }) => title))));
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
    method: methodOf(assessment, persona, { terms, total }),
  };
}

/** The location-based intensity of a phase. */
function intensityOf({ title, grid, place }: PhaseFacts): readonly object[] {
  if (grid === undefined) return [];
  const { intensity, year, zone, lifeCycle, basis, source } = grid;
  return [{ phase: title, place: place?.label, intensity, accounting: 'location-based', year, zone, lifeCycle, basis, source }];
}

function methodOf(assessment: Assessment, persona: Persona, { terms, total }: Pick<Boundary, 'terms' | 'total'>): readonly string[] {
  const own = phasesInside(assessment, persona);
  const made = assessment.lines.filter((line) => line.component === 'embodied' && own.some((facts) => isOf(line, facts)));
  const published = made.filter(({ inputs }) => inputs.some(({ name }) => name === 'embodied emissions'));
  const { M, C } = terms;
  return [
    'E: electricity of the machines that are counted, with idle and reserved ones where they are recorded, and with cooling and losses.',
    'I: location-based averages; market-based instruments and offsets are left out.',
    M === undefined
      ? 'M: making the hardware is not counted, so the score is too low by it.'
      : 'M = TE × (TiR ÷ EL) × (RR ÷ ToR): the share of the lifetime for which the hardware was reserved, without a divisor for its use.',
    ...(total.byCalendar === undefined || M === undefined
      ? []
      : [
          plain(
            `The report counts making the hardware by busy hours ÷ (lifetime × occupancy), ${formatted(total.emissions).text} in all; by calendar, as here, it is ${formatted(C).text}.`,
          ),
        ]),
    ...(published.length === 0
      ? []
      : [
          `M of ${listed(published.map(({ phase, name }) => name ?? phase))} is as published; whether it has a divisor for its use is not known.`,
        ]),
    'O = E × I. C = O + M. Score = C ÷ R. low and high are the 5 % and 95 % points.',
  ];
}

function isOf({ phase, name }: Pick<PhaseFacts, 'phase' | 'name'>, facts: Pick<PhaseFacts, 'phase' | 'name'>): boolean {
  return phase === facts.phase && name === facts.name;
}
