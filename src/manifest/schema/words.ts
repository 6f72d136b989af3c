import { z } from 'zod';
import { type PhaseKind, phaseKinds } from '../../assessment/ids.js';

/** What an editor shows where a key is written. */
export interface Hover {
  /** The thing, in a few words. */
  readonly title: string;
  /** What it is, in sentences. */
  readonly text: string;
  /** What holds where the key is absent; left out where nothing does. */
  readonly absent?: string | undefined;
  /** Valid values, the most usual first. A test parses each. */
  readonly examples?: readonly unknown[] | undefined;
}

/** The hover text as JSON Schema has it: what it is, what holds without it, an example. */
export function hover({ title, text, absent, examples }: Hover): { title: string; description: string; examples?: unknown[] } {
  const sentences = [text];
  if (absent !== undefined) sentences.push(`Default: ${absent}.`);
  if (examples !== undefined) sentences.push(`Example: \`${asYaml(examples[0])}\`.`);
  return { title, description: sentences.join(' '), ...(examples === undefined ? {} : { examples: [...examples] }) };
}

/** A value on one line of YAML. */
function asYaml(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(asYaml).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const pairs = Object.entries(value).map(([key, item]) => `${key}: ${asYaml(item)}`);
  return `{ ${pairs.join(', ')} }`;
}

const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** `2022`, `2022-03` or `2022-03-11`, of a day that the calendar has. */
export function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? [];
  if (year === undefined) return false;
  if (month === undefined) return true;
  const days = monthDays[Number(month) - 1];
  const leap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  return days !== undefined && (day === undefined || (Number(day) >= 1 && Number(day) <= (month === '02' && !leap ? 28 : days)));
}

/** The last year that a run of some hours can have reached: it began on the last day that its date allows. */
export function lastYear(started: string, hours: number): number {
  const [year, month = '12', day] = started.split('-');
  const before = monthDays.slice(0, Number(month) - 1).reduce((sum, days) => sum + days, 0);
  const begun = before + (day === undefined ? (monthDays[Number(month) - 1] ?? 31) : Number(day));
  // A day for the leap year, and one for the hour of the day.
  return Number(year) + (hours > 0 ? Math.floor((begun * 24 + hours) / (365 * 24)) : 0);
}

/** Text that is not empty. */
export const text = (words: Hover) => z.string().min(1).register(z.globalRegistry, hover(words));

/**
 * Text, or a whole number where nothing else can be meant: YAML reads `name: 7` and `started: 2022` as numbers.
 *
 * @param json What the JSON Schema says beside the type.
 */
const textOrInteger = (words: Hover, schema: z.ZodType<string, string>, json: object) =>
  z
    .unknown()
    .register(z.globalRegistry, { type: ['string', 'integer'], ...json, ...hover(words) })
    .transform((raw) => (Number.isSafeInteger(raw) ? String(raw) : raw))
    .pipe(schema as z.ZodType<string, unknown>);
export const word = (words: Hover) => textOrInteger(words, z.string().min(1), { minLength: 1 });

/** A day, a month or a year. */
export const date = (words: Hover) =>
  textOrInteger(words, z.string().refine(isDate, 'a date such as 2022-03-11'), {
    pattern: String.raw`^\d{4}(-\d{2}(-\d{2})?)?$`,
    minimum: 1000,
    maximum: 9999,
  });

/** One text or a list of them. */
export const strings = (words: Hover) => z.union([z.string().min(1), z.array(z.string().min(1))]).register(z.globalRegistry, hover(words));

/** A whole day: `2026-03-01`. */
export const day = (words: Hover) =>
  z
    .string()
    .refine((value) => value.length === 10 && isDate(value), 'a date such as 2026-03-01')
    .register(z.globalRegistry, { pattern: String.raw`^\d{4}-\d{2}-\d{2}$`, ...hover(words) });

/** The choice that is written in capitals or without: `Training`, `PDU`. */
export function choiceWritten<Word extends string>(written: string, choices: readonly Word[]): Word | undefined {
  const word = written.trim().toLowerCase();
  return choices.find((known) => known.toLowerCase() === word);
}

/** The kind of a phase as people write it: `Fine-tuning`, `fine_tuning`, `pre-training`. */
export function phaseWritten(written: string): PhaseKind | undefined {
  const word = written
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '');
  return word === 'pretraining' ? 'training' : choiceWritten(word, phaseKinds);
}

/** One of a few words, which editors complete; read without regard to case. */
export const choice = <const Words extends readonly string[]>(
  words: Words,
  about?: Hover,
  read: (written: string) => Words[number] | undefined = (written) => choiceWritten(written, words),
): z.ZodType<Words[number], unknown> =>
  z
    .unknown()
    .register(z.globalRegistry, { type: 'string', enum: [...words], ...(about && hover(about)) })
    .transform((raw) => (typeof raw === 'string' ? (read(raw) ?? raw) : raw))
    .pipe(z.enum(words) as z.ZodType<Words[number], unknown>);

/** Four digits, in quotes or without. */
export function yearWritten(raw: unknown): unknown {
  return typeof raw === 'string' && /^\d{4}$/.test(raw) ? Number(raw) : raw;
}

const yearOf = (words: Hover) =>
  z
    .unknown()
    .register(z.globalRegistry, {
      type: ['integer', 'string'],
      minimum: 1990,
      maximum: 2100,
      pattern: String.raw`^\d{4}$`,
      ...hover(words),
    })
    .transform(yearWritten)
    .pipe(z.int().min(1990).max(2100) as z.ZodType<number, unknown>);
export const year = yearOf({
  title: 'Year',
  text: 'Year in which it ran; grids, PUEs and water are looked up for it. At the top, that of every phase that gives none.',
  absent: 'the year of `started`',
  examples: [2023],
});
export const yearOfFigure = yearOf({ title: 'Year of the figure', text: 'Year that the figures are for.', examples: [2022] });
/** A number of things: `5`, `5 runs`. */
export const count = (words: Hover) =>
  z
    .unknown()
    .register(z.globalRegistry, { type: ['integer', 'string'], minimum: 1, pattern: String.raw`^\d+( runs?)?$`, ...hover(words) })
    .transform((raw) => (typeof raw === 'string' && /^\d{1,9}(?: runs?)?$/.test(raw) ? Number.parseInt(raw, 10) : raw))
    .pipe(z.int().min(1) as z.ZodType<number, unknown>);
export const cite = text({
  title: 'Citation',
  text: 'Where the numbers of this mapping are published. Each of them can have its own `cite`.',
  examples: ['BLOOM paper, Table 1'],
}).optional();
