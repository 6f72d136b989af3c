import { InputError } from '../diagnostics/diagnostic.js';
import { gridsWithHours } from '../manifest/hourly/grids.js';
import type { Manifest } from '../manifest/manifest.js';
import { parseText } from '../manifest/parse.js';
import { selectionOf } from '../manifest/schema/from.js';
import type { NamedFiles } from '../verbs/shared/named/named-files.js';
import type { NamedText } from './calculation.js';
import { manifestName } from './findings.js';
import { messages } from './messages.js';
import { piecesOf } from './pieces.js';

/** Files that somebody dropped on a page, beside the manifest that names them. */
export interface DroppedFiles {
  /** Keeps those that a manifest names, and gives their names. */
  readonly take: (manifest: string, files: readonly NamedText[]) => readonly string[];
  readonly files: NamedFiles;
  /** The text of a file as the manifest names it, for the lines of a message. */
  readonly textOf: (file: string) => string | undefined;
}

/**
 * A page learns the name of a dropped file without its folders. So the last part of what the manifest names has to be the same:
 * `logs/run-1.csv` is the file `run-1.csv`.
 */
export function createGivenFiles(): DroppedFiles {
  const texts = new Map<string, string>();
  const textOf = (file: string): string | undefined => texts.get(lastPart(file));
  const given = (file: string): string => {
    const text = textOf(file);
    if (text === undefined) throw new InputError([messages.notGiven(file)]);
    return text;
  };
  return {
    take: (manifest, files) => {
      const matchers = namesIn(manifest).map(matcherOf);
      const taken = files.filter(({ name }) => matchers.some((matches) => matches(name)));
      for (const { name, text } of taken) texts.set(name, text);
      return taken.map(({ name }) => name);
    },
    files: {
      fileFrom: (_, name) => name,
      filesNamed: async (pattern) => {
        if (!isPattern(pattern)) {
          given(pattern);
          return [{ file: pattern, name: pattern }];
        }
        const [folder, matches] = [pattern.slice(0, pattern.lastIndexOf('/') + 1), matcherOf(pattern)];
        const found = [...texts.keys()].filter(matches).sort();
        if (found.length === 0) throw new InputError([messages.notGiven(pattern)]);
        return found.map((name) => ({
          file: `${isPattern(folder) ? '' : folder}${name}`,
          name: `${isPattern(folder) ? '' : folder}${name}`,
        }));
      },
      isThere: async (file) => texts.has(lastPart(file)),
      realPath: async (file) => file,
      shownName: (name) => (name.startsWith('/') ? lastPart(name) : name),
      readLog: async (file, read) => read({ name: lastPart(file), pieces: piecesOf(given(file)) }),
      readText: async (file) => given(file),
    },
    textOf,
  };
}

/** Paths and patterns that a manifest names; none where it can't be read. */
function namesIn(text: string): readonly string[] {
  let manifest: Manifest;
  try {
    ({ manifest } = parseText(text, manifestName));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return [];
  }
  const logs = manifest.phases.flatMap(({ from }) => {
    if (from === undefined) return [];
    const selected = selectionOf(from).logs;
    return typeof selected === 'string' ? [selected] : selected;
  });
  const hourly = gridsWithHours(manifest).flatMap(({ grid }) => grid.hourly ?? []);
  const bases = manifest.baseModels.flatMap((one) => ('file' in one ? [one.file] : []));
  return [...logs, ...hourly, ...bases];
}

/** Whether a file of a name is one that a path or a pattern names, by its last part. */
function matcherOf(named: string): (name: string) => boolean {
  const last = lastPart(named);
  if (!isPattern(last)) return (name) => name === last;
  // `*`, `?` and `{a,b}`, which are what most patterns have.
  const expression = last
    .replace(/[.+^$()|[\]\\]/g, '\\$&')
    .replaceAll(/\*+/g, '.*')
    .replaceAll('?', '.')
    .replaceAll(/\{([^{}]*)\}/g, (_, words: string) => `(?:${words.replaceAll(',', '|')})`);
  const whole = new RegExp(`^${expression.replaceAll(/[{}]/g, '\\$&')}$`, 'u');
  return (name) => whole.test(name);
}

function isPattern(text: string): boolean {
  return /[*?{]/.test(text);
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}
