import type { Assessment, ComponentId, Line, LineInput, PhaseKind, Source, State } from '../assessment/assessment.js';
import { componentIds, phaseKinds } from '../assessment/ids.js';
import { publishedPhases } from '../assessment/published.js';
import { sizeText } from '../assessment/size.js';
import { InputError } from '../diagnostics/diagnostic.js';
import { nearest } from '../diagnostics/nearest.js';
import { concerns, phasePathOf } from './concern.js';
import {
  type Explanation,
  type InputExplanation,
  type LineExplanation,
  type RangeRow,
  type SourceExplanation,
  type StateExplanation,
  type TotalExplanation,
  type TotalId,
  totalIds,
} from './explanation.js';
import { messages } from './messages.js';
import { folded, quoted } from './names.js';
import { explainUse, useNames } from './use.js';

export { quoted } from './names.js';

export interface ExplainOptions {
  /** Path of the manifest, as it was given; printed before line and column. */
  readonly file?: string | undefined;
  /** The table of default ranges. */
  readonly ranges?: readonly RangeRow[] | undefined;
}

/**
 * The formulas, inputs and sources of an assessment: of all its totals, or of what `asked` names.
 *
 * @param asked A line (`training.dynamic`), a component without a line (`training.idle`), a total, a phase
 *   (`training`, `training.104b`), a component (`embodied`), or the id of a source or an omission. Letter case, and blanks
 *   or hyphens in names, don't matter.
 * @throws {InputError} Where nothing has that name; the message lists the nearest names.
 */
export function explain(assessment: Assessment, asked?: string, options: ExplainOptions = {}): Explanation {
  const { model, method } = assessment;
  const { id, name, slug } = model;
  return {
    asked,
    model: { id, name, slug },
    method,
    file: options.file,
    published: publishedPhases(assessment, assessment.phases).map(({ title }) => title),
    ...nothing,
    ...(asked === undefined ? whole(assessment) : partOf(assessment, asked, options)),
  };
}

type Part = Pick<Explanation, 'totals' | 'use' | 'lines' | 'states' | 'baseModels' | 'omissions' | 'sources' | 'offsets'>;

const nothing: Part = { totals: [], lines: [], states: [], baseModels: [], omissions: [], sources: [] };

function whole(assessment: Assessment): Partial<Part> {
  const { omissions, offsets, baseModels = [] } = assessment;
  return {
    totals: totalsOf(assessment, totalIds),
    use: explainUse(assessment),
    states: statesOf(assessment),
    baseModels: baseModels.map((one) => ({ ...one, source: one.source === undefined ? undefined : sourceOf(assessment, one.source) })),
    omissions,
    offsets,
  };
}

/** The first reading that finds something; a line goes before a phase of the same name. */
function partOf(assessment: Assessment, asked: string, options: ExplainOptions): Partial<Part> {
  const word = folded(asked);
  const states = statesOf(assessment);
  if (word === 'total' || word === 'totals') return whole(assessment);
  const readings: readonly (() => Partial<Part> | undefined)[] = [
    () => withLines(assessment, options, ({ id }) => id === asked),
    () => withLines(assessment, options, ({ id }) => folded(id) === word),
    () => some({ states: states.filter(({ id }) => folded(id) === word) }),
    () => totalNamed(assessment, word),
    () => (useNames.includes(word) ? useOf(assessment) : undefined),
    () => of(assessment, options, states, ({ phase, name }) => folded(placeOf({ phase, name })) === word),
    () => of(assessment, options, states, ({ phase }) => phase === word),
    () => of(assessment, options, states, ({ component }) => component === word),
    () => some({ omissions: assessment.omissions.filter(({ id }) => folded(id) === word) }),
    () => some({ sources: sourcesOf(assessment).filter(({ id }) => folded(id) === word) }),
  ];
  for (const reading of readings) {
    const part = reading();
    if (part !== undefined) return part;
  }
  const ids = [...assessment.lines.map(({ id }) => id), ...states.map(({ id }) => id), ...totalIds.filter((id) => assessment.totals[id])];
  const near = [...ids, ...phaseKinds.filter((kind) => assessment.phases.some(({ phase }) => phase === kind)), ...componentIds];
  throw new InputError([messages.unknownLine(asked, ids.map(quoted), nearest(asked, near, 3).map(quoted))]);
}

function totalNamed(assessment: Assessment, word: string): Partial<Part> | undefined {
  const totals = totalsOf(
    assessment,
    totalIds.filter((id) => id === word),
  );
  return some({ totals, use: word === 'deployment' ? explainUse(assessment) : undefined });
}

function useOf(assessment: Assessment): Partial<Part> | undefined {
  const use = explainUse(assessment);
  return use && { use };
}

function withLines(assessment: Assessment, options: ExplainOptions, isMeant: (line: Line) => boolean): Partial<Part> | undefined {
  return some({ lines: assessment.lines.filter(isMeant).map((line) => explainLine(assessment, line, options)) });
}

type Place = { readonly phase: PhaseKind; readonly name?: string | undefined; readonly component: ComponentId };

function of(
  assessment: Assessment,
  options: ExplainOptions,
  states: readonly StateExplanation[],
  isMeant: (place: Place) => boolean,
): Partial<Part> | undefined {
  const lines = assessment.lines.filter(isMeant).map((line) => explainLine(assessment, line, options));
  return some({ lines, states: states.filter(isMeant) });
}

function some(part: Partial<Part>): Partial<Part> | undefined {
  return Object.values(part).some((found) => Array.isArray(found) && found.length > 0) ? part : undefined;
}

function explainLine(assessment: Assessment, line: Line, options: ExplainOptions): LineExplanation {
  const {
    id,
    phase,
    name,
    component,
    emissions,
    emissionsMarket,
    energy,
    water,
    impacts,
    share,
    basis,
    boundary,
    formula,
    steps,
    parts,
    notes,
  } = line;
  const siblings = assessment.lines.filter((other) => other.phase === phase && other.name === name);
  const title = phaseTitle(assessment, line);
  return {
    id,
    title: titleOf(assessment, line),
    phase,
    name,
    component,
    emissions,
    emissionsMarket,
    energy,
    water,
    impacts,
    share,
    shareOf: phase === 'deployment' ? 'deployment' : 'development',
    basis,
    boundary,
    formula,
    steps,
    inputs: line.inputs.map((input) => explainInput(assessment, input, options)),
    parts: parts ?? [],
    alternatives: assessment.embodiedAlternatives.filter((alternative) => alternative.line === id),
    notes,
    diagnostics: assessment.diagnostics.filter((diagnostic) => concerns(diagnostic, line, title, phasePathOf(siblings))),
  };
}

function explainInput(assessment: Assessment, input: LineInput, { file, ranges = [] }: ExplainOptions): InputExplanation {
  const { source, range, ...rest } = input;
  const row = range === undefined ? undefined : (ranges.find(({ id }) => id === range) ?? { id: range, title: range, note: '' });
  return {
    ...rest,
    range: row && { id: row.id, title: row.title, note: row.note },
    source: sourceOf(assessment, source),
    file: input.path === undefined ? undefined : file,
  };
}

function sourceOf({ sources }: Assessment, source: string): Source {
  return sources.find(({ id }) => id === source) ?? { id: source, title: source };
}

/** Lines in the order in which the assessment added them, without which the last digit could differ. */
function totalsOf(assessment: Assessment, ids: readonly TotalId[]): readonly TotalExplanation[] {
  const { totals, lines, contributions } = assessment;
  const headline: TotalId = totals.development === undefined ? 'deployment' : 'development';
  return ids.flatMap((id): TotalExplanation[] => {
    const total = totals[id];
    if (total === undefined) return [];
    const { components: _, ...figures } = total;
    const own = lines.filter(({ phase }) => id === 'lifecycle' || (phase === 'deployment') === (id === 'deployment'));
    return [
      {
        id,
        ...figures,
        lines: own.map((line) => ({
          id: line.id,
          title: titleOf(assessment, line),
          emissions: line.emissions,
          emissionsMarket: line.emissionsMarket,
          // In the life cycle a line has another share than in its own total.
          share: total.emissions.value > 0 ? line.emissions.value / total.emissions.value : undefined,
          basis: line.basis,
        })),
        contributions: id === headline ? contributions : undefined,
      },
    ];
  });
}

/** The components without a line, each with its reason. */
function statesOf(assessment: Assessment): readonly StateExplanation[] {
  return assessment.states
    .filter(({ state }) => state !== 'counted')
    .map((state) => ({ id: idOf(state), title: titleOf(assessment, state), ...state, sizeText: sizeText([state]) }));
}

function sourcesOf({ sources, lines }: Assessment): readonly SourceExplanation[] {
  return sources.map((source) => ({
    ...source,
    usedBy: lines.flatMap(({ id, inputs }) =>
      inputs.filter((input) => input.source === source.id).map(({ name }) => ({ line: id, input: name })),
    ),
  }));
}

function placeOf({ phase, name }: { readonly phase: PhaseKind; readonly name?: string | undefined }): string {
  return name === undefined ? phase : `${phase}.${name}`;
}

function idOf(state: State): string {
  return `${placeOf(state)}.${state.component}`;
}

function phaseTitle({ phases }: Assessment, { phase, name }: Pick<Line, 'phase' | 'name'>): string {
  return phases.find((facts) => facts.phase === phase && facts.name === name)?.title ?? phase;
}

function titleOf(assessment: Assessment, place: Pick<Line, 'phase' | 'name' | 'component'>): string {
  return `${phaseTitle(assessment, place)}: ${place.component}`;
}
