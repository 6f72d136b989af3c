import { InputError } from '../diagnostics/diagnostic.js';
import { gridsWithHours } from '../manifest/hourly/grids.js';
import type { Manifest } from '../manifest/manifest.js';
import { parseText } from '../manifest/parse.js';
import { selectionOf } from '../manifest/schema/from.js';
import { manifestName } from './findings.js';
import { lastPart, pathFrom } from './paths.js';

/** Paths and patterns that a manifest names: logs, hourly intensities and base models. */
export function namesOf(manifest: Manifest): readonly string[] {
  const logs = manifest.phases.flatMap(({ from }) => {
    if (from === undefined) return [];
    const selected = selectionOf(from).logs;
    return typeof selected === 'string' ? [selected] : selected;
  });
  const hourly = gridsWithHours(manifest).flatMap(({ grid }) => grid.hourly ?? []);
  return [...logs, ...hourly, ...basesOf(manifest)];
}

/**
 * Paths and patterns that a manifest names, and those of the base models that it names and that are given; each from the folder of the
 * manifest in the editor on. None where it can't be read.
 *
 * @param textOf The text of a given file, by its last part.
 */
export function namedIn(text: string, textOf: (name: string) => string | undefined): ReadonlySet<string> {
  const all = new Set<string>();
  const opened = new Set<string>();
  const read = (own: string, file: string): void => {
    const manifest = manifestOf(own);
    if (manifest === undefined) return;
    for (const name of namesOf(manifest)) all.add(pathFrom(file, name));
    for (const base of basesOf(manifest).map((name) => pathFrom(file, name))) {
      const given = textOf(lastPart(base));
      if (given === undefined || opened.has(base)) continue;
      opened.add(base);
      read(given, base);
    }
  };
  read(text, manifestName);
  return all;
}

/** Base models that a manifest names by a file, and that are not given yet: they may name files too. */
export function missingBases(text: string, textOf: (name: string) => string | undefined): readonly string[] {
  const manifest = manifestOf(text);
  return manifest === undefined ? [] : basesOf(manifest).filter((name) => textOf(lastPart(name)) === undefined);
}

/** Whether a text is a manifest whose keys and values have no error. */
export const isReadable = (text: string): boolean => manifestOf(text) !== undefined;

function basesOf({ baseModels }: Manifest): readonly string[] {
  return baseModels.flatMap((one) => ('file' in one ? [one.file] : []));
}

/** A manifest; nothing where the text is none, or has an error. */
function manifestOf(text: string): Manifest | undefined {
  try {
    return parseText(text, manifestName).manifest;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return undefined;
  }
}
