import type { Assessment, ComponentId, EmbodiedAlternative } from '../assessment/assessment.js';
import { componentPhrases } from '../assessment/component-names.js';
import { present } from '../assessment/present.js';
import { shared } from '../components/electricity.js';
import { outcomesOf } from '../components/index.js';
import { type Diagnostic, InputError } from '../diagnostics/diagnostic.js';
import type { Report } from '../diagnostics/report.js';
import { edition } from '../factors/edition.js';
import { evaluate } from '../formulas/expression.js';
import type { Manifest } from '../manifest/manifest.js';
import { editionOf } from '../resolve/edition.js';
import { citationOf } from '../resolve/inputs.js';
import type { ResolvedManifest } from '../resolve/resolve.js';
import type { ResolvedPhase } from '../resolve/resolved.js';
import { createSampler, sampleCount } from '../uncertainty/sampler.js';
import { intervalOf, type Quantity, quantity } from '../units/quantity.js';
import { contributionsOf, rangesTaken } from './how-sure.js';
import { embodiedByLifetime } from './lifetimes.js';
import { idOf, statesOf, type WorkedLine, workLine } from './lines.js';
import { mergedNotes } from './merged-notes.js';
import { messages } from './messages.js';
import { omissionsOf } from './omissions.js';
import { computeFactsOf, factsOf } from './phases.js';
import { reportRemarks } from './remarks.js';
import { createSources, type SourceList } from './sources.js';
import { breakEvenOf } from './totals/break-even.js';
import { equivalentsOf } from './totals/equivalents.js';
import { createPhaseTotals } from './totals/phase-totals.js';
import { totalsOf } from './totals/totals.js';
import { conventionOf, useAgainstDevelopmentOf } from './totals/use-against-development.js';

export interface AssessOptions {
  /** ISO date of the assessment where the manifest has none, from SOURCE_DATE_EPOCH. */
  readonly date?: string | undefined;
  /** Samples that intervals are made from; 10,000 where absent, and no intervals for 0. */
  readonly samples?: number | undefined;
}

/**
 * Computes the footprint of a resolved manifest. Pure and synchronous: the same manifest gives the same assessment.
 *
 * @returns Plain JSON; emissions in kgCO2e, energy in kWh, water in L, other impacts where the manifest asks for them. Every
 *   figure has an interval unless nothing in it is uncertain or `samples` is 0: an input without a range takes a default one.
 * @throws {InputError} Where no component of any phase can be counted, and where a result is not a finite number.
 */
export function assess(resolved: ResolvedManifest, options: AssessOptions = {}): Assessment {
  const { manifest, phases } = resolved;
  const diagnostics: Diagnostic[] = [...resolved.diagnostics];
  const report: Report = ({ part: _, ...diagnostic }) =>
    diagnostics.push({ ...diagnostic, ...(diagnostic.path !== undefined && manifest.positionOf(diagnostic.path)) });
  const sources = createSources(`Manifest${manifest.model.name === '' ? '' : ` of ${manifest.model.name}`}, declared without citation`);
  const samples = options.samples ?? sampleCount;
  const sampler = createSampler(samples);
  const market = phases.some(({ grid }) => grid?.market !== undefined);
  const calendar = phases.some(({ embodied }) => embodied?.alternative?.convention === 'calendar');
  // A line for each component that is counted, with its interval.
  const outcomes = phases.map((phase) => ({ phase, outcomes: outcomesOf(phase) }));
  const onWidened = widenedOnce(report);
  const phaseTotals = createPhaseTotals(sampler);
  const lines = outcomes.flatMap(({ phase, outcomes: own }) => {
    const worked = Object.values(own).flatMap((outcome) =>
      outcome.state === 'counted'
        ? [workLine(phase, outcome.draft, { sources, sampler, positionOf: manifest.positionOf, market, calendar, onWidened })]
        : [],
    );
    phaseTotals.add(phase, worked);
    return worked;
  });
  if (lines.length === 0) throw nothingCounted(manifest);
  // What a reader of the report has to know of its limits.
  reportRemarks({ manifest, phases, lines, report });
  // Totals, and what their interval comes from.
  const totals = totalsOf(lines, phases, { sampler, phaseTotals });
  refuseInfinite(lines, totals, manifest.file);
  const contributions = contributionsOf(lines, phases, sampler);
  const facts = phases.map((phase) => factsOf(phase, sources, lines));
  const states = outcomes.flatMap(({ phase, outcomes: own }) => statesOf(phase, own));
  const shown = lines.map(({ line }) => ({ ...line, share: shareOf(line, totals) }));
  return present<Assessment>({
    schemaVersion: '1.0',
    model: modelFacts(manifest, sources),
    report: reportFacts(manifest, options.date),
    method: methodFacts(resolved, market, contributions && samples),
    software: manifest.software,
    totals,
    breakEven: breakEvenOf({ totals, phases: facts, lines: shown, states }, sampler),
    useAgainstDevelopment: useAgainstDevelopmentOf(
      { totals, phases: facts, lines: shown, states },
      { manifest, phases, sampler, sourceOf: sources.idOf, report },
    ),
    equivalents: equivalentsOf(manifest, { totals, phases: facts, lines: shown }, sources),
    phases: facts,
    lines: shown,
    states,
    baseModels: baseModelsOf(resolved, sources),
    omissions: omissionsOf(manifest, phases, shown, totals.development ?? totals.deployment ?? {}),
    embodiedAlternatives: phases.flatMap(alternativesOf),
    embodiedByLifetime: embodiedByLifetime(lines),
    offsets: offsetsOf(manifest, sources),
    ranges: unlessEmpty(rangesTaken(lines)),
    contributions,
    sources: ofEdition(sources.list(), editionOf(manifest)),
    diagnostics: mergedNotes(diagnostics, phases),
  });
}

function methodFacts({ manifest, phases }: ResolvedManifest, market: boolean, samples: number | undefined): Assessment['method'] {
  const electricity = market ? 'both' : 'location-based';
  return { electricity, embodied: conventionOf(phases), draws: samples, factors: editionOf(manifest) };
}

/** A list, or nothing where there is nothing in it. */
function unlessEmpty<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}

/** Sources that name the edition of the tables, with the edition that the manifest pins. */
function ofEdition(sources: Assessment['sources'], pinned: string): Assessment['sources'] {
  return sources.map((source) => ({ ...source, title: source.title.replace(`, edition ${edition}`, `, edition ${pinned}`) }));
}

/** Reports once for all figures of a line that an interval had to be widened. */
function widenedOnce(report: Report): (phase: ResolvedPhase, component: ComponentId) => void {
  const seen = new Set<string>();
  return ({ title }, component) => {
    const message = messages.valueOutsideSamples(componentPhrases[component], title);
    if (!seen.has(message.message)) report(message);
    seen.add(message.message);
  };
}

function nothingCounted({ file, positionOf }: Manifest): InputError {
  return new InputError([{ ...messages.nothingCounted(), path: 'phases', ...positionOf('phases'), file }]);
}

/** Finite inputs can have a product that no number holds. */
function refuseInfinite(lines: readonly WorkedLine[], totals: Assessment['totals'], file: string | undefined): void {
  const hasFiniteValues = ({ emissions, energy, water }: Pick<WorkedLine['line'], 'emissions' | 'energy' | 'water'>): boolean =>
    [emissions, energy, water].every((q: Quantity | undefined) => q === undefined || Number.isFinite(q.value));
  const infinite = lines.filter(({ line }) => !hasFiniteValues(line));
  const { development, deployment, lifecycle } = totals;
  const all = [development, deployment, lifecycle, deployment?.perRequest].filter((total) => total !== undefined);
  if (infinite.length === 0 && all.every(hasFiniteValues)) return;
  // One fault: what is infinite in one line makes those infinite that are calculated from it.
  const place = (infinite[0] ?? lines[0])?.line.inputs[0];
  throw new InputError([{ ...messages.notFinite(), file, line: place?.line, column: place?.column }]);
}

function modelFacts({ model, slug, cite }: Manifest, sources: SourceList): Assessment['model'] {
  const { inferenceFlops, ...facts } = model;
  const inference = inferenceFlops && computeFactsOf(inferenceFlops, citationOf(inferenceFlops, [cite]), sources);
  return { ...facts, inferenceFlops: inference, slug };
}

function reportFacts({ report }: Manifest, date: string | undefined): Assessment['report'] {
  const { authors = [], paper = 'a4', publisher, confidentiality, licence, url, domain } = report;
  return {
    date: report.date ?? date,
    url,
    domain,
    authors: typeof authors === 'string' ? [authors] : authors,
    paper,
    publisher,
    confidentiality,
    licence,
  };
}

/** By reference: their figures are in no line and no total. */
function baseModelsOf({ baseModels }: ResolvedManifest, sources: SourceList): Assessment['baseModels'] {
  return baseModels.length === 0
    ? undefined
    : baseModels.map(({ source, ...facts }) => ({ ...facts, source: source && sources.idOf(source) }));
}

function shareOf(line: WorkedLine['line'], totals: Assessment['totals']): number | undefined {
  const whole = (line.phase === 'deployment' ? totals.deployment : totals.development)?.emissions.value;
  return whole !== undefined && whole > 0 ? line.emissions.value / whole : undefined;
}

function alternativesOf(phase: ResolvedPhase): readonly EmbodiedAlternative[] {
  const alternative = phase.embodied?.alternative;
  if (alternative === undefined || !phase.boundary.includes('embodied')) return [];
  return [
    {
      line: idOf(phase, 'embodied'),
      convention: alternative.convention,
      occupancy: alternative.occupancy,
      emissions: quantity(evaluate(shared(phase, alternative.emissions)), 'kgCO2e'),
    },
  ];
}

function offsetsOf({ offsets, cite }: Manifest, sources: SourceList): Assessment['offsets'] {
  return (
    offsets && {
      emissions: quantity(offsets.value, 'kgCO2e' as const, intervalOf(offsets)),
      source: sources.idOf(citationOf(offsets, [cite])),
    }
  );
}
