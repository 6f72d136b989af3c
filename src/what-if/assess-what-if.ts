import type { Assessment } from '../assessment/assessment.js';
import { present } from '../assessment/present.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { editionOf } from '../resolve/edition.js';
import { createLookups, type Lookups } from '../resolve/lookups.js';
import type { ResolvedManifest } from '../resolve/resolve.js';
import type { ResolvedPhase } from '../resolve/resolved.js';
import { sampleCount } from '../uncertainty/sampler.js';
import { intervalOf, quantity } from '../units/quantity.js';
import type { Again, Change, Question } from './change.js';
import { createFigures, type Differing, linesOf, type WorkedLine } from './figures.js';
import { onOneBasis } from './one-basis.js';
import { questionsOf } from './questions.js';
import type { WhatIf, WhatIfAlternative, WhatIfBase, WhatIfFigures, WhatIfTable } from './what-if.js';

export interface WhatIfOptions {
  /** Samples that intervals are made from; 10,000 where absent, and no intervals for 0. */
  readonly samples?: number | undefined;
}

const sides = ['development', 'deployment'] as const;
type Side = (typeof sides)[number];

/**
 * What the footprint would be if one thing were different: the place, the year, the load of the runs. Pure: the same manifest gives the same.
 *
 * The figures of an alternative are those of `assess` for the changed manifest. What does not change is neither resolved nor sampled
 * again, and what a difference does not depend on cancels in its interval.
 *
 * @param assessment That of the manifest.
 * @throws {InputError} Where the manifest asks for nothing and has no place to move from.
 */
export function whatIf(resolved: ResolvedManifest, assessment: Assessment, options: WhatIfOptions = {}): WhatIf {
  const work = { resolved, assessment, lookups: createLookups(editionOf(resolved.manifest)), linesOf: remembered(linesOf), ...options };
  const tables = questionsOf(resolved).flatMap((question) => sides.flatMap((side) => tableOf(question, side, work) ?? []));
  const { name, slug } = assessment.model;
  return present<WhatIf>({ schemaVersion: '1.0', model: { name, slug }, tables });
}

interface Work extends WhatIfOptions {
  readonly resolved: ResolvedManifest;
  readonly assessment: Assessment;
  readonly lookups: Lookups;
  readonly linesOf: (phase: ResolvedPhase) => readonly WorkedLine[];
}

/** The lines of phases that no alternative changes are made once. */
function remembered<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    return value;
  };
}

/** Alternatives of one side of the footprint; nothing where no phase of it is changed. */
function tableOf(question: Question, side: Side, work: Work): WhatIfTable | undefined {
  const { resolved, assessment } = work;
  const own = resolved.phases.filter(({ phase }) => (phase === 'deployment') === (side === 'deployment'));
  const changed = new Set(resolved.manifest.phases.filter(question.isChanged).map(({ path }) => path));
  const total = assessment.totals[side];
  if (total === undefined || !own.some(({ path }) => changed.has(path))) return undefined;
  if (own.every(({ path, published }) => !changed.has(path) || published !== undefined)) return ofPublished(question, side);
  const again = (change: Pick<Change, 'manifest' | 'isChanged'>) => resolvedAgain(own, change, question.resolve, work.lookups);
  const ownBase = question.base === undefined ? { phases: own } : again({ manifest: question.base, isChanged: question.isChanged });
  const asked = question.changes.map((change) => (change.reason === undefined ? again(change) : { reason: change.reason }));
  const { base, found, series } = hasGridOfPlaces(question)
    ? onOneBasis(ownBase, asked, changed)
    : { base: ownBase, found: asked, series: undefined };
  const linesIn = (phases: readonly ResolvedPhase[]): readonly WorkedLine[] => phases.flatMap(work.linesOf);
  const { samples = sampleCount } = work;
  const isBased = 'phases' in base;
  const figuresOf = createFigures(isBased ? linesIn(base.phases) : [], samples);
  const alternatives: WhatIfAlternative[] = [];
  const without: { label: string; reason: string }[] = [];
  for (const [n, alternative] of found.entries()) {
    const { label, detail } = question.changes[n] as Change;
    if ('reason' in alternative) {
      without.push({ label, reason: alternative.reason });
      continue;
    }
    const { difference, verdict, ...figures } = figuresOf(linesIn(alternative.phases));
    const inChange = alternative.phases.filter(({ path }) => changed.has(path));
    alternatives.push({
      label,
      detail,
      isBase: isBased && isSamePlace(question, inChange, base.phases) && verdict === 'same' ? true : undefined,
      ...factsIn(figures, inChange),
      ...(isBased ? { difference, verdict } : {}),
    });
  }
  if (alternatives.length === 0 && without.length === 0) return undefined;
  return { by: question.by, of: side, series, base: isBased ? baseOf() : undefined, alternatives: sorted(alternatives, question), without };

  function baseOf(): WhatIfBase | undefined {
    if (!('phases' in base)) return undefined;
    const inBase = base.phases.filter(({ path }) => changed.has(path));
    const { emissions, energy } = figuresOf(linesIn(base.phases));
    const isOther = base.phases.some((phase, n) => phase !== own[n]);
    const reportedOn = question.base !== undefined ? 'declared' : isOther ? 'other-series' : undefined;
    const reported = reportedOn === undefined ? undefined : total?.emissions;
    return { label: isByPlace(question) ? placesOf(inBase) : undefined, ...factsIn({ emissions, energy }, inBase), reported, reportedOn };
  }
}

/** What is published as a total is the same in every alternative, which is no finding. */
function ofPublished({ by }: Question, of: Side): WhatIfTable {
  const reason = 'It is a published total, and nothing says what it was calculated from.';
  return { by, of, alternatives: [], without: [{ label: 'any alternative', reason }] };
}

/** The phases with those resolved again that a change is of; or why one of them can't be. */
function resolvedAgain(
  own: readonly ResolvedPhase[],
  { manifest, isChanged }: Pick<Change, 'manifest' | 'isChanged'>,
  resolve: Question['resolve'],
  lookups: Lookups,
): Again {
  const errors: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void (diagnostic.severity === 'error' && errors.push(diagnostic));
  const changed = new Map(manifest.phases.filter(isChanged).map((phase) => [phase.path, phase]));
  const phases = own.map((before) => {
    const phase = changed.get(before.path);
    return phase === undefined ? before : resolve(before, { manifest, phase, lookups, report });
  });
  const [first] = errors;
  return first === undefined ? { phases } : { reason: first.message };
}

/** The emissions with the grid and the PUE that they rest on, where it is one for all. */
function factsIn({ emissions, energy }: Pick<Differing, 'emissions' | 'energy'>, phases: readonly ResolvedPhase[]): WhatIfFigures {
  const grids = new Set(phases.map(({ grid }) => JSON.stringify([grid?.intensity.identity, grid?.intensity.value])));
  const pues = new Set(phases.map(({ pue }) => pue?.value));
  const [first] = phases;
  const { grid, pue } = first ?? {};
  return {
    emissions,
    energy,
    grid:
      grid === undefined || grids.size > 1
        ? undefined
        : { intensity: quantity(grid.intensity.value, grid.intensity.unit, intervalOf(grid.intensity)), year: grid.year, zone: grid.zone },
    pue: pue === undefined || pues.size > 1 ? undefined : quantity(pue.value, '1', intervalOf(pue)),
  };
}

function placesOf(phases: readonly ResolvedPhase[]): string | undefined {
  const places = [...new Set(phases.map(({ facts }) => facts.place?.label).filter((label) => label !== undefined))];
  return places.length === 0 ? undefined : places.join(', ');
}

/** Questions whose alternatives have grids of the tables for other places or years. */
const hasGridOfPlaces = ({ by }: Question): boolean => by === 'regions' || by === 'locations' || by === 'years';

const isByPlace = ({ by }: Question): boolean => by === 'regions' || by === 'locations';

/** Whether the runs are at the place of an alternative already. */
function isSamePlace(question: Question, phases: readonly ResolvedPhase[], base: readonly ResolvedPhase[]): boolean {
  if (!isByPlace(question)) return false;
  const placeIn = (all: readonly ResolvedPhase[], at: string) => all.find(({ path }) => path === at)?.facts.place;
  return phases.every(({ path, facts: { place } }) => {
    const other = placeIn(base, path);
    return (
      place?.cloud === other?.cloud && place?.region === other?.region && place?.country === other?.country && place?.label === other?.label
    );
  });
}

/** Places by emissions, and by name where these are equal. */
function sorted(alternatives: readonly WhatIfAlternative[], question: Question): readonly WhatIfAlternative[] {
  if (!isByPlace(question)) return alternatives;
  return alternatives.toSorted((a, b) => a.emissions.value - b.emissions.value || (a.label < b.label ? -1 : 1));
}
