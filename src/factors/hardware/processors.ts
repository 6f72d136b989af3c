import { SKUS } from '@huggingface/tasks';
import { edition } from '../edition.js';
import type { Factor, FactorSource } from '../factor.js';
import { once } from '../once.js';
import { generationKey, processorKey } from './names/processor-key.js';
import { codeCarbonRatings } from './rows/processors-codecarbon.js';
import { coresOfProcessors, greenAlgorithmsRatings } from './rows/processors-green-algorithms.js';
import { greenAlgorithms, huggingFace } from './rows/sources.js';

const codeCarbon: FactorSource = {
  id: 'codecarbon-processors',
  title: 'CodeCarbon, table of the rated power of processors, commit b05965e4',
  url: 'https://github.com/mlco2/codecarbon',
  year: 2026,
  licence: 'MIT',
};

const medians: FactorSource = {
  id: 'carboncard-processor-classes',
  title: `carboncard, medians of the rated power of processors by line, edition ${edition}, over the table of CodeCarbon`,
  year: Number(edition.slice(0, 4)),
  licence: 'Apache-2.0; figures of CodeCarbon, MIT',
};

/** Rated power of one processor, and how it was found. */
export interface ProcessorRating {
  readonly power: Factor<'W'>;
  /** Of the model; of a generation, the highest; of the line alone, its median. */
  readonly by: 'model' | 'generation' | 'line';
}

interface Rated {
  readonly watts: readonly number[];
  readonly source: FactorSource;
}

/** Both tables by key. Where one has several figures for a name, all of them. */
const ratings = once((): ReadonlyMap<string, Rated> => {
  const found = new Map<string, Rated>();
  for (const [rows, source] of [
    [codeCarbonRatings, codeCarbon],
    [greenAlgorithmsRatings, greenAlgorithms],
  ] as const)
    for (const [watts, key] of entries(rows)) {
      const before = found.get(key);
      found.set(key, { watts: [...(before?.watts ?? []), watts], source: before?.source ?? source });
    }
  return found;
});

const cores = once((): ReadonlyMap<string, number> => new Map([...entries(coresOfProcessors)].map(([count, key]) => [key, count])));

const generations = once((): ReadonlyMap<string, number> => {
  const rows = Object.entries({ ...SKUS.CPU.Intel, ...SKUS.CPU.AMD, ...SKUS.GPU.QUALCOMM });
  return new Map(rows.map(([name, { power }]) => [generationKey(name), power]));
});

function* entries(rows: readonly string[]): Generator<readonly [number, string]> {
  for (const row of rows) {
    const [figure, ...keys] = row.split(' ');
    for (const key of keys) yield [Number(figure), key];
  }
}

/** Lines of processors whose median is used where no model is named, by the beginning of their keys; the last is of all servers. */
const lines = {
  'epyc': /^epyc/,
  'xeon': /^xeon(?:\d|e[57]|max|w)/,
  'opteron': /^opteron/,
  'threadripper': /^ryzenthreadripper/,
  'ryzen': /^ryzen[3579]/,
  'core': /^(?:i[3579]|ultra)/,
  'server': /^(?:epyc|xeon\d|xeonmax)/,
} as const;
type Line = keyof typeof lines;

const titles: Readonly<Record<Line, string>> = {
  epyc: 'an EPYC',
  xeon: 'a Xeon',
  opteron: 'an Opteron',
  threadripper: 'a Ryzen Threadripper',
  ryzen: 'a Ryzen',
  core: 'a Core processor',
  server: 'a processor of a server',
};

/** Median of a line, from its 10 % to its 90 % point. */
function medianOf(line: Line): Factor<'W'> {
  const own = [...ratings()].flatMap(([key, { watts }]) => (lines[line].test(key) ? [Math.max(...watts)] : [])).sort((a, b) => a - b);
  const at = (share: number): number => own[Math.min(own.length - 1, Math.floor(own.length * share))] ?? Number.NaN;
  return {
    id: `processor-line-${line}-power`,
    title: `${titles[line]}, rated power`,
    value: at(0.5),
    low: at(0.1),
    high: at(0.9),
    unit: 'W',
    year: medians.year,
    kind: 'rated power (TDP), median of a line',
    note: `Of ${own.length} processors, from the 10 % to the 90 % point.`,
    source: medians,
  };
}

const lineMedians = once(
  (): Readonly<Record<Line, Factor<'W'>>> => ({
    epyc: medianOf('epyc'),
    xeon: medianOf('xeon'),
    opteron: medianOf('opteron'),
    threadripper: medianOf('threadripper'),
    ryzen: medianOf('ryzen'),
    core: medianOf('core'),
    server: medianOf('server'),
  }),
);

/** Figures of lines, which are defaults; those of models are too many to list. */
export function processorFactors(): readonly Factor[] {
  return [...Object.values(lineMedians()), coresPerProcessor];
}

/** Whether a text is the name of a processor of the tables. A short code, as other things have too, needs its maker: `Intel N100`. */
export function isProcessorName(text: string): boolean {
  if (generations().has(generationKey(text))) return true;
  const key = processorKey(text);
  const isShort = key.length < 4 || /^[a-z]\d{1,3}$/.test(key);
  return /\d/.test(key) && (!isShort || /\b(?:intel|amd)\b/i.test(text)) && modelOf(key) !== undefined;
}

/** Whether a number alone is of a processor of a server: `AMD 7552`. */
export function isServerModel(text: string): boolean {
  const key = processorKey(text);
  return ratings().has(`epyc${key}`) || ratings().has(`xeon${key}`);
}

/** The model of a key; a server processor is found by its number alone too: `AMD 7552`. */
function modelOf(key: string): readonly [key: string, rated: Rated] | undefined {
  for (const candidate of [key, `epyc${key}`, `xeon${key}`]) {
    const rated = ratings().get(candidate);
    if (rated !== undefined) return [candidate, rated];
  }
  return undefined;
}

/** Rated power of the processor that a name means: of its model, else of its generation, else of its line. */
export function processorRating(name: string): ProcessorRating {
  const generation = generations().get(generationKey(name));
  if (generation !== undefined)
    return {
      by: 'generation',
      power: {
        ...ratingOf(generationKey(name), name, generation),
        range: 'rating-highest-variant',
        kind: 'highest power under load, of the largest model',
        source: huggingFace,
      },
    };
  const [key, rated] = modelOf(processorKey(name)) ?? [];
  if (key === undefined || rated === undefined) return { by: 'line', power: lineMedians()[lineOf(name)] };
  const [low, high] = [Math.min(...rated.watts), Math.max(...rated.watts)];
  const isOne = low === high;
  return {
    by: 'model',
    power: {
      ...ratingOf(key, name, high),
      ...(isOne ? { range: 'definition' as const } : { low, high }),
      note: isOne ? undefined : `The tables have ${low} and ${high} W for this name.`,
      source: rated.source,
    },
  };
}

function ratingOf(key: string, name: string, value: number): Omit<Factor<'W'>, 'source'> {
  return {
    id: `processor-${key.replaceAll('+', '-plus').replaceAll(/[^a-z0-9-]/g, '-')}-power`,
    title: `${name}, rated power`,
    value,
    unit: 'W',
    kind: 'rated power (TDP)',
  };
}

function lineOf(name: string): Line {
  if (/\bthreadripper\b/i.test(name)) return 'threadripper';
  const found = /\b(?:epyc|xeon|opteron|ryzen|core|i[3579])\b/i.exec(name)?.[0].toLowerCase();
  if (found === undefined) return 'server';
  if (/^i\d$/.test(found)) return 'core';
  return found === 'core' && !/\bcore\s+(?:i\d|ultra|[3579m]\b|2\b)/i.test(name) ? 'server' : (found as Line);
}

/** Cores of a processor where no table has their number. */
export const coresPerProcessor: Factor<'cores'> = {
  id: 'default-cores-per-processor',
  title: 'Cores of a processor of a server',
  value: 32,
  low: 8,
  high: 64,
  unit: 'cores',
  kind: 'assumed',
  note: 'Green Algorithms has 8 to 64 for an EPYC, and 8 to 24 for a Xeon.',
  source: greenAlgorithms,
};

/** Cores of one processor: as its name says (`64-Core`), as the tables have them, else a default. */
export function coresOf(name: string): { readonly cores: number; readonly isDefault?: true | undefined } {
  const written = /\b(\d{1,3})-cores?\b/i.exec(name)?.[1];
  const [key] = modelOf(processorKey(name)) ?? [processorKey(name)];
  const known = written === undefined ? cores().get(key) : Number(written);
  return known === undefined ? { cores: coresPerProcessor.value, isDefault: true } : { cores: known };
}
