import type { Contribution, RangeTaken } from '../assessment/assessment.js';
import { defaultRanges, type Spread } from '../factors/ranges.js';
import { type Input, inputsOf } from '../formulas/expression.js';
import type { ResolvedPhase } from '../resolve/resolved.js';
import type { Sampler } from '../uncertainty/sampler.js';
import { sumName, type WorkedLine } from './lines.js';

/** What the interval of all development (or else of deployment) comes from. */
export function contributionsOf(
  lines: readonly WorkedLine[],
  phases: readonly ResolvedPhase[],
  sampler: Sampler,
): readonly Contribution[] | undefined {
  const development = lines.filter(({ line }) => line.phase !== 'deployment');
  const own = development.length > 0 ? development : lines;
  const names = [...new Set(own.map(({ line }) => sumName(line, 'emissions')))];
  const titles = titlesByIdentity(own, phases);
  const several = identitiesOfSeveralValues(own);
  return sampler.contributions(names)?.map(({ input, share }) => {
    const { name, basis, range, identity } = input;
    const { path, value, unit, low, high }: Partial<Input> = several.has(identity) ? {} : input;
    return {
      input: name,
      path,
      phases: [...(titles.get(identity) ?? [])],
      value,
      unit,
      low: high === undefined ? undefined : low,
      high: low === undefined ? undefined : high,
      basis,
      range,
      share,
    };
  });
}

/** One unknown in several figures, as the energies that one model gave: no figure of them stands for all. */
function identitiesOfSeveralValues(lines: readonly WorkedLine[]): ReadonlySet<string> {
  const values = new Map<string, string>();
  const found = new Set<string>();
  for (const { draft } of lines) {
    for (const { identity, value, unit } of inputsOf(draft.emissions)) {
      const own = `${value} ${unit}`;
      if ((values.get(identity) ?? own) !== own) found.add(identity);
      values.set(identity, own);
    }
  }
  return found;
}

/** The phases that each input is an input of. */
function titlesByIdentity(lines: readonly WorkedLine[], phases: readonly ResolvedPhase[]): ReadonlyMap<string, ReadonlySet<string>> {
  const keyOf = ({ phase, name }: { readonly phase: string; readonly name?: string | undefined }): string => JSON.stringify([phase, name]);
  const byPhase = new Map(phases.map((phase) => [keyOf(phase), phase.title]));
  const titles = new Map<string, Set<string>>();
  for (const { line, draft } of lines) {
    const title = byPhase.get(keyOf(line)) ?? line.phase;
    for (const { identity } of inputsOf(draft.emissions)) titles.set(identity, (titles.get(identity) ?? new Set()).add(title));
  }
  return titles;
}

function sizeOf(spread: Spread): string {
  const percent = (share: number): string => `±${Number((share * 100).toPrecision(6))} %`;
  if (spread.kind === 'times') return `×/÷ ${spread.k}`;
  if (spread.kind === 'digits') return `${percent(spread.min)} to ${percent(spread.max)}`;
  return percent(spread.kind === 'share' ? spread.share : 0);
}

/** Default ranges that inputs took, in the order of their table. */
export function rangesTaken(lines: readonly WorkedLine[]): readonly RangeTaken[] {
  const taken = new Set(lines.flatMap(({ line }) => line.inputs.flatMap(({ range }) => range ?? [])));
  return defaultRanges.flatMap(({ id, title, spread, note }) => {
    if (!taken.has(id)) return [];
    return [{ id, title, size: sizeOf(spread), note }];
  });
}
