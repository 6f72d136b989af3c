import type { Assessment, EmbodiedAlternative } from '../assessment/assessment.js';
import { phaseKinds } from '../assessment/ids.js';
import { outcomesOf } from '../components/index.js';
import { type Diagnostic, hasErrors, InputError } from '../diagnostics/diagnostic.js';
import type { Message } from '../diagnostics/message.js';
import { edition } from '../factors/edition.js';
import { evaluate, inputsOf } from '../formulas/expression.js';
import type { Manifest } from '../manifest/manifest.js';
import { messages as manifestMessages } from '../manifest/messages.js';
import { citationOf } from '../resolve/inputs.js';
import { resolvePhase } from '../resolve/phase.js';
import type { ResolvedPhase } from '../resolve/resolved.js';
import { createSampler, sampleCount } from '../uncertainty/sampler.js';
import { intervalOf, type Quantity, quantity } from '../units/quantity.js';
import { breakEvenOf } from './break-even.js';
import { contributionsOf, rangesTaken } from './how-sure.js';
import { idOf, statesOf, type WorkedLine, workLine } from './lines.js';
import { mergedNotes } from './merged-notes.js';
import { messages } from './messages.js';
import { omissionsOf } from './omissions.js';
import { tellOfOwnTotals } from './own-totals.js';
import { factsOf } from './phases.js';
import { absolutePathsIn } from './private-paths.js';
import { createSources } from './sources.js';
import { totalsOf } from './totals.js';

export interface AssessOptions {
  /** ISO date of the assessment where the manifest has none, from SOURCE_DATE_EPOCH. */
  readonly date?: string | undefined;
  /** Samples that intervals are made from; 10,000 where absent, and no intervals for 0. */
  readonly samples?: number | undefined;
}

/**
 * Computes the footprint of a manifest. Pure and synchronous: the same manifest gives the same assessment.
 *
 * @returns Plain JSON; emissions in kgCO2e, energy in kWh, water in L, further impacts where they are asked for. Every
 *   figure has an interval unless nothing in it can be unsure, or `samples` is 0: a record without a range takes a default one.
 * @throws {InputError} Where the records do not suffice, with every place in the manifest that lacks something, and where a
 *   result is more than a number holds.
 */
export function assess(manifest: Manifest, options: AssessOptions = {}): Assessment {
  const diagnostics: Diagnostic[] = [];
  const told = new Set<string>();
  const tell = (sentence: Message, path: string): void => {
    const key = JSON.stringify([sentence.id, path, sentence.message]);
    if (told.has(key)) return;
    told.add(key);
    const position = manifest.positionOf(path);
    diagnostics.push({ ...sentence, ...(path !== '' && { path }), ...position });
  };
  for (const { sentence, path } of manifest.logFindings) tell(sentence, path);
  const phases = inOrder(manifest.phases.map((phase) => resolvePhase(manifest, phase, tell)));
  const sources = createSources(`Manifest${manifest.model.name === '' ? '' : ` of ${manifest.model.name}`}, declared without citation`);
  const sampler = createSampler(options.samples ?? sampleCount);
  const outcomes = phases.map((phase) => outcomesOf(phase));
  const market = phases.some(({ grid }) => grid?.market !== undefined);
  const onWidened = (id: string): void => tell(messages.valueOutsideSamples(id), '');
  const lines = phases.flatMap((phase, n) =>
    Object.values(outcomes[n] ?? {}).flatMap((outcome) =>
      outcome.state === 'counted'
        ? [workLine(phase, outcome.draft, { sources, sampler, positionOf: manifest.positionOf, market, onWidened })]
        : [],
    ),
  );
  if (lines.length === 0) tell(messages.nothingCounted(), 'phases');
  for (const phase of phases) tellOfLimits(phase, tell);
  tellOfOwnTotals(manifest, phases, lines, tell);
  for (const { path, ...position } of absolutePathsIn(manifest.text)) diagnostics.push({ ...messages.absolutePath(path), ...position });
  const silent = phases.filter(({ phase, facts }) => facts.includes === undefined && phase !== 'deployment');
  if (silent.length > 0) tell(messages.restartsUnknown(silent.map(({ title }) => title).join(', ')), 'phases');
  if (hasErrors(diagnostics))
    throw new InputError(
      diagnostics.map((d) => ({ ...d, ...(manifest.file !== undefined && { file: manifest.file }) })).filter((d) => d.severity === 'error'),
    );
  const totals = totalsOf(lines, phases, sampler);
  refuseInfinite(lines, totals, manifest.file);
  const breakEven = breakEvenOf(totals);
  const contributions = contributionsOf(lines, phases, sampler);
  const ranges = rangesTaken(lines);
  const { offsets } = manifest;
  const facts = phases.map((phase) => factsOf(phase, sources));
  const date = manifest.report.date ?? options.date;
  const authors = manifest.report.authors ?? [];
  return {
    schemaVersion: '1.0',
    model: { ...manifest.model, slug: manifest.slug },
    report: {
      ...(date !== undefined && { date }),
      authors: typeof authors === 'string' ? [authors] : authors,
      paper: manifest.report.paper ?? 'a4',
      language: manifest.report.language ?? 'en',
    },
    method: {
      electricity: market ? 'both' : 'location-based',
      ...conventionsOf(phases),
      ...(contributions && { draws: options.samples ?? sampleCount }),
      factors: edition,
    },
    totals,
    ...(breakEven && { breakEven }),
    phases: facts,
    lines: lines.map(({ line }) => ({ ...line, ...shareOf(line, totals) })),
    states: phases.flatMap((phase, n) => {
      const own = outcomes[n];
      return own === undefined ? [] : statesOf(phase, own);
    }),
    omissions: omissionsOf(manifest, phases, lines),
    embodiedAlternatives: phases.flatMap(alternativesOf),
    ...(offsets && {
      offsets: {
        emissions: quantity(offsets.value, 'kgCO2e' as const, intervalOf(offsets)),
        source: sources.idOf(citationOf(offsets, [manifest.cite])),
      },
    }),
    ...(ranges.length > 0 && { ranges }),
    ...(contributions && { contributions }),
    sources: sources.list(),
    diagnostics: mergedNotes(diagnostics, phases),
  };
}

/** Finite inputs can have a product that no number holds. */
function refuseInfinite(lines: readonly WorkedLine[], totals: Assessment['totals'], file: string | undefined): void {
  const holds = ({
    emissions,
    energy,
    water,
  }: {
    emissions: Quantity;
    energy?: Quantity | undefined;
    water?: Quantity | undefined;
  }): boolean => [emissions, energy, water].every((q) => q === undefined || Number.isFinite(q.value));
  const places = lines.filter(({ line }) => !holds(line)).map(({ line }) => line.inputs[0]);
  const perRequest = totals.deployment?.perRequest;
  const all = [totals.development, totals.deployment, totals.lifecycle, perRequest].filter((total) => total !== undefined);
  if (places.length === 0 && all.every(holds)) return;
  const at = (place: WorkedLine['line']['inputs'][number] | undefined) =>
    place?.line === undefined || place.column === undefined ? {} : { line: place.line, column: place.column };
  // One fault: what is infinite in one line makes those that are calculated from it so.
  const place = places.length > 0 ? places[0] : lines[0]?.line.inputs[0];
  throw new InputError([{ ...manifestMessages.notFinite('The result'), ...(file !== undefined && { file }), ...at(place) }]);
}

/** In the order of a model's life; phases of one kind as the manifest has them. */
function inOrder(phases: readonly ResolvedPhase[]): readonly ResolvedPhase[] {
  return [...phases].sort((a, b) => phaseKinds.indexOf(a.phase) - phaseKinds.indexOf(b.phase));
}

/** Limits of what is counted that the reader of a report has to know. */
function tellOfLimits({ work, pue, baseline, boundary, path }: ResolvedPhase, tell: (sentence: Message, path: string) => void): void {
  const counted = baseline !== undefined && boundary.includes('idle');
  if (work?.boundary === 'accelerator' && pue !== undefined && !counted && boundary.includes('overhead'))
    tell(messages.pueOnAccelerators(), pue.path ?? path);
  if (work?.boundary === 'accelerator' && counted) tell(messages.baselineHoldsAccelerators(), inputsOf(baseline.energy)[0]?.path ?? path);
}

function conventionsOf(phases: readonly ResolvedPhase[]): Pick<Assessment['method'], 'embodied'> {
  const used = new Set(phases.map(({ embodied }) => embodied?.convention).filter((convention) => convention !== undefined));
  const [first] = used;
  return first === undefined ? {} : { embodied: used.size > 1 ? 'both' : first };
}

function shareOf(line: WorkedLine['line'], totals: Assessment['totals']): { readonly share?: number | undefined } {
  const whole = (line.phase === 'deployment' ? totals.deployment : totals.development)?.emissions.value;
  return whole !== undefined && whole > 0 ? { share: line.emissions.value / whole } : {};
}

function alternativesOf(phase: ResolvedPhase): readonly EmbodiedAlternative[] {
  const alternative = phase.embodied?.alternative;
  if (alternative === undefined || !phase.boundary.includes('embodied')) return [];
  return [
    { line: idOf(phase, 'embodied'), convention: alternative.convention, emissions: quantity(evaluate(alternative.emissions), 'kgCO2e') },
  ];
}
