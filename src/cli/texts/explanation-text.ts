import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { defaultManifest } from '../../io/default-paths.js';
import { atMost, formatted, formattedExactly, percent, THIN } from '../../units/format.js';
import type {
  BaseModelExplanation,
  Explanation,
  InputExplanation,
  LineExplanation,
  SourceExplanation,
  StateExplanation,
} from '../../verbs/explain.js';
import { type Block, gap, heading, pair, strong, table, text, verbatim } from './page.js';
import { againstBlocks, exactText, impactBlocks, intervalOf, marketBlocks, totalBlocks } from './total-text.js';
import { explainWords as words } from './words.js';

/** Id of the source of figures that the manifest declares and nobody is cited for. */
const manifestSource = 'manifest';

/** An explanation for a person: as few lines as hold every figure, its range and its source. */
export function explanationBlocks(explanation: Explanation, quoted: (id: string) => string): readonly Block[] {
  const { model, method, totals, lines, states, baseModels, omissions, sources, offsets, file, published, use } = explanation;
  const isWhole = totals.length > 0;
  return [
    heading(model.name),
    text(words.method(method.factors, file, published)),
    ...totals.flatMap((total) => [gap, ...totalBlocks(total)]),
    ...(use ? [gap, ...againstBlocks(use)] : []),
    ...lines.flatMap((line) => [gap, ...lineBlocks(line)]),
    ...(baseModels.length === 0 ? [] : [gap, ...baseModels.map(baseModelBlock)]),
    ...(offsets ? [gap, text(words.offsets(formatted(offsets.emissions).text))] : []),
    ...(isWhole ? notCounted(states, omissions) : states.flatMap((state) => [gap, ...stateBlocks(state, quoted)])),
    ...(isWhole ? [] : omissions.flatMap(({ what, reason }) => [gap, strong(what), text(words.notCounted(reason), 2)])),
    ...sources.flatMap((source) => [gap, ...sourceBlocks(source)]),
    ...(isWhole ? [gap, text(words.askForLine), verbatim(command(quoted, totals[0]?.lines[0]?.id, file), 2)] : []),
  ];
}

function baseModelBlock({ name, emissions, boundary = 'unstated', counted, source }: BaseModelExplanation): Block {
  const covers = counted === undefined ? words.boundaryOf(words.boundaries[boundary]) : words.counted(counted);
  const dated = source && words.dated(source.title, source.year);
  return text(words.baseModel(name, emissions && `${formatted(emissions).text} (${covers}${dated === undefined ? '' : `; ${dated}`})`));
}

function command(quoted: (id: string) => string, id: string | undefined, file: string | undefined): string {
  const manifest = file === undefined || file === defaultManifest ? '' : ` -m ${quoted(file)}`;
  return `carboncard explain ${quoted(id ?? 'training.dynamic')}${manifest}`;
}

function notCounted(states: readonly StateExplanation[], omissions: Explanation['omissions']): readonly Block[] {
  if (states.length === 0 && omissions.length === 0) return [];
  return [
    gap,
    strong(words.notCountedTitle),
    ...omissions.filter(isBase).map(omissionBlock),
    ...states.map(({ id, state, reason, sizeText: size, in: inside }) => text(words.state(id, state, { inside, size, reason }), 2)),
    ...omissions.filter((one) => !isBase(one)).map(omissionBlock),
  ];
}

/** Most of what a fine-tuned model emitted comes before all else. */
function isBase({ id }: Explanation['omissions'][number]): boolean {
  return id === 'base-model';
}

function omissionBlock({ what, phases, reason }: Explanation['omissions'][number]): Block {
  return text(words.omission(what, phases, reason), 2);
}

function stateBlocks(
  { id, title, state, reason, sizeText: size, in: inside }: StateExplanation,
  quoted: (id: string) => string,
): readonly Block[] {
  return [
    strong(id),
    text(title, 2),
    pair(words.stateLabel, words.states[state], 2),
    ...(inside === undefined ? [] : [pair(words.inside, words.see(inside, `carboncard explain ${quoted(inside)}`), 2)]),
    ...(size === undefined ? [] : [pair(words.size, size, 2)]),
    ...(reason === undefined ? [] : [pair(words.reason, reason, 2)]),
  ];
}

function lineBlocks(line: LineExplanation): readonly Block[] {
  const {
    id,
    title,
    emissions,
    emissionsMarket,
    energy,
    water,
    impacts,
    share,
    shareOf,
    basis,
    boundary,
    steps,
    inputs,
    parts,
    alternatives,
    notes,
    diagnostics,
  } = line;
  return [
    strong(id),
    text(title, 2),
    pair(words.emissions, words.exactly(formatted(emissions).text, exactText(emissions)), 2),
    pair(words.interval, intervalOf(emissions), 2),
    ...(energy ? [pair(words.energy, exactText(energy), 2)] : []),
    ...(water ? [pair(words.water, exactText(water), 2)] : []),
    ...impactBlocks(impacts),
    ...marketBlocks(emissionsMarket),
    ...(share === undefined ? [] : [pair(words.share, words.ofTotal(percent(share), words.totals[shareOf]), 2)]),
    pair(words.basis, basis, 2),
    pair(words.boundary, words.boundaries[boundary], 2),
    gap,
    text(words.formula, 2),
    ...steps.map(({ name, formula }) => text(`${name} = ${formula}`, 4)),
    text(words.numbers, 2),
    ...steps.map(({ name, numbers }) => text(`${name} = ${unbroken(numbers)}`, 4)),
    ...(parts.length === 0
      ? []
      : [
          text(words.parts, 2),
          table(
            parts.map((part) => [part.name, exactText(part.emissions), formatted(part.emissions).text, '']),
            4,
          ),
        ]),
    gap,
    text(words.inputs, 2),
    ...inputs.flatMap(inputBlocks),
    ...(notes.length + alternatives.length + diagnostics.length === 0 ? [] : [gap, text(words.notes, 2)]),
    ...notes.map((note) => text(note, 4)),
    ...alternatives.map(({ convention, emissions: other }) =>
      text(words.alternative(convention, words.exactly(formatted(other).text, exactText(other))), 4),
    ),
    ...diagnostics.map((diagnostic) => text(remark(diagnostic), 4)),
  ];
}

function inputBlocks(input: InputExplanation): readonly Block[] {
  const { name, value, unit, basis, origin, source, path } = input;
  return [
    strong(`${name} = ${formattedExactly(value, unit)}`, 4),
    pair(words.range, rangeText(input), 6),
    pair(words.basis, origin === undefined ? basis : words.withOrigin(basis, origin), 6),
    ...citation(source, 6),
    ...(path === undefined ? [] : [pair(words.place, [placeText(input), path].filter((part) => part !== '').join(', '), 6)]),
  ];
}

function citation({ id, title, year, licence, url }: InputExplanation['source'], indent: number): readonly Block[] {
  if (id === manifestSource) return [pair(words.source, words.declared, indent)];
  return [
    pair(words.source, words.dated(title, year), indent),
    pair(words.licence, licence ?? words.notStated, indent),
    ...(url === undefined ? [] : [pair(words.address, url, indent)]),
  ];
}

function rangeText({ low, high, unit, exact, range }: InputExplanation): string {
  if (exact === true) return words.exact;
  if (low === undefined || high === undefined) return words.noRange;
  const ends = `${atMost(low, 6)}–${formattedExactly(Number(high.toPrecision(6)), unit)}`;
  return range === undefined ? words.ownRange(ends) : words.defaultRange(ends, range.title, range.id);
}

function placeText({ file, line, column }: InputExplanation): string {
  return [file, line, column].filter((part) => part !== undefined).join(':');
}

function sourceBlocks(source: SourceExplanation): readonly Block[] {
  const { id, usedBy } = source;
  const uses = new Map<string, string[]>();
  for (const { line, input } of usedBy) uses.set(line, [...(uses.get(line) ?? []), input]);
  return [
    strong(id),
    ...citation(source, 2),
    ...[...uses].map(([line, inputs], n) => pair(n === 0 ? words.usedBy : '', `${line}: ${inputs.join(', ')}`, 2)),
  ];
}

function remark({ message, expected, file, line, column }: Diagnostic): string {
  const place = line === undefined ? '' : ` (${[file, line, column].filter((part) => part !== undefined).join(':')})`;
  return expected === undefined ? `${message}${place}` : words.instead(`${message}${place}`, expected);
}

/** Figures of the arithmetic stay beside their units where the line is wrapped. */
function unbroken(numbers: string): string {
  return numbers.replaceAll(/(?<=\d) (?=[\p{L}%])/gu, THIN).replaceAll(/ (?=CO₂e)/g, THIN);
}
