import { programMark } from './program-mark.js';
import { openRecords } from './records.js';

/** What texts were parsed to, in this run or an earlier one: the same text always gives the same value. */
export interface ParsedTexts {
  readonly get: (text: string) => unknown;
  /** Takes a value that is plain JSON, and that nobody changes. */
  readonly add: (text: string, value: object) => void;
  /** Keeps what was added for the next run. */
  readonly save: () => Promise<void>;
}

/** What is kept: the values as JSON, so that only those are read that are asked for. */
interface Note {
  readonly mark: string;
  readonly texts: readonly (readonly [text: string, json: string])[];
}

/** Those that were added first go, so that a note is read in a millisecond. */
const maxTexts = 60;

/**
 * Opens what this program parsed before on this machine, each by the whole text. Another version of the program does not read them.
 *
 * @param kind What is parsed: the name of a folder in the cache.
 * @returns Nothing where this machine keeps no notes.
 */
export async function openParsedTexts(
  kind: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<ParsedTexts | undefined> {
  const records = await openRecords(kind, environment);
  if (records === undefined) return undefined;
  const mark = programMark();
  const note = records.read([kind]) as Note | undefined;
  const texts = new Map(note?.mark === mark ? note.texts : []);
  let isChanged = false;
  return {
    get: (text) => {
      const json = texts.get(text);
      return json === undefined ? undefined : JSON.parse(json);
    },
    add: (text, value) => {
      texts.set(text, JSON.stringify(value));
      isChanged = true;
    },
    save: async () => {
      if (isChanged) await records.write([kind], { mark, texts: [...texts].slice(-maxTexts) } satisfies Note);
      isChanged = false;
    },
  };
}
