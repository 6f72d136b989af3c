import { InputError } from '../diagnostics/diagnostic.js';
import type { FileOfManifest, NamedFiles } from '../verbs/shared/named/named-files.js';
import type { NamedText } from './calculation.js';
import { messages } from './messages.js';
import { missingBases, namedIn } from './named-in.js';
import { folderPart, isPattern, lastPart, matcherOf, pathFrom, shownName } from './paths.js';
import { piecesOf } from './pieces.js';

/** Files that somebody dropped on a page, beside the manifest that names them. */
export interface DroppedFiles {
  /** Keeps those that a manifest or its base models name, and gives their names in the order of the files. */
  readonly take: (manifest: string, files: readonly NamedText[]) => readonly string[];
  /** Forgets all files: those of one manifest are not those of another. */
  readonly forget: () => void;
  /** The files of a manifest, as it names them. */
  readonly filesOf: (manifest: string) => NamedFiles;
  /** Base models that a manifest names, and that are not here. */
  readonly missingBases: (manifest: string) => readonly string[];
  /** The text of a file as the manifest names it, for the lines of a message. */
  readonly textOf: (file: string) => string | undefined;
}

/**
 * A page learns the name of a dropped file without its folders. So the last part of what the manifest names has to be the same:
 * `logs/run-1.csv` is the file `run-1.csv`. Different files of one name are an error.
 */
export function createGivenFiles(): DroppedFiles {
  const texts = new Map<string, string>();
  const textOf = (file: string): string | undefined => texts.get(lastPart(file));
  return {
    take: (manifest, files) => {
      const taken = new Set<string>();
      // A base model that is taken may name others of the files.
      for (let before = -1; before < taken.size; ) {
        before = taken.size;
        const matchers = [...namedIn(manifest, textOf)].map(matcherOf);
        for (const { name, text } of files) {
          if (taken.has(name) || !matchers.some((matches) => matches(name))) continue;
          taken.add(name);
          texts.set(name, text);
        }
      }
      return files.map(({ name }) => name).filter((name) => taken.has(name));
    },
    forget: () => texts.clear(),
    filesOf: (manifest) => filesOf(manifest, texts),
    missingBases: (manifest) => missingBases(manifest, textOf),
    textOf,
  };
}

function filesOf(manifest: string, texts: ReadonlyMap<string, string>): NamedFiles {
  const textOf = (file: string): string | undefined => texts.get(lastPart(file));
  // Most manifests name no file, so this is done for those that do.
  let all: ReadonlySet<string> | undefined;
  const checked = (file: string): void => {
    all ??= namedIn(manifest, textOf);
    const name = lastPart(file);
    const same = [...all].filter((other) => matcherOf(other)(name));
    if (new Set(same.map(folderPart)).size > 1) throw new InputError([messages.sameLastPart(name, same)]);
  };
  /** @throws {InputError} Where the file is not here, or may be another one. */
  const given = (file: string): string => {
    checked(file);
    const text = textOf(file);
    if (text === undefined) throw new InputError([messages.notGiven(file)]);
    return text;
  };
  const namedFrom = (own: string, path: string): FileOfManifest => ({
    file: pathFrom(own, path),
    name: shownName(path.replaceAll('\\', '/')),
  });
  return {
    fileFrom: pathFrom,
    filesNamed: async (pattern, own) => {
      if (!isPattern(pattern)) {
        checked(pattern);
        if (textOf(pattern) === undefined) throw new InputError([messages.notGiven(pattern)]);
        return [namedFrom(own, pattern)];
      }
      const folder = isPattern(folderPart(pattern)) ? '' : folderPart(pattern);
      const found = [...texts.keys()].filter(matcherOf(pattern)).sort();
      if (found.length === 0) throw new InputError([messages.notGiven(pattern)]);
      for (const name of found) checked(name);
      return found.map((name) => namedFrom(own, `${folder}${name}`));
    },
    isThere: async (file) => texts.has(lastPart(file)),
    realPath: async (file) => file,
    shownName,
    readLog: async (file, read) => read({ name: lastPart(file), pieces: piecesOf(given(file)) }),
    readText: async (file) => given(file),
  };
}
