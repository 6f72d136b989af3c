import { InputError } from '../../diagnostics/diagnostic.js';
import { readTextFile, realPath } from '../../io/files.js';
import { namesHourly } from '../../manifest/hourly/grids.js';
import type { Manifest } from '../../manifest/manifest.js';
import { openQuestionsFinding } from '../../manifest/open-questions.js';
import { parseText } from '../../manifest/parse.js';
import { type Selection, selectionOf } from '../../manifest/schema/from.js';
import { type ReadFiles, type ResolvedManifest, resolveManifest } from '../../resolve/resolve.js';
import type { ReadBases } from './base-models.js';
import { readNamed } from './file-faults.js';
import type { ReadSeries } from './logs/hourly-series.js';
import { maxManifestBytes } from './manifest-limit.js';
import { messages } from './messages.js';

/**
 * Reads, parses and resolves a manifest.
 *
 * @throws {InputError} With every error of the file, and of those that it names.
 */
export async function resolveFile(file: string): Promise<ResolvedManifest> {
  return resolveText(await readNamed(file, 'manifest', () => readTextFile(file, { maxBytes: maxManifestBytes })), file);
}

/**
 * Parses and resolves a manifest, with the runs of the logs and the base models that it names.
 *
 * @param opened Manifests that name this one as a base model, directly or through others.
 * @throws {InputError} With every error of the manifest and of its logs, then with the questions of `init` that are still open:
 *   what a manifest lacks is most often the answer to one of them.
 */
export async function resolveText(text: string, file: string, opened: readonly string[] = []): Promise<ResolvedManifest> {
  try {
    return await resolved(text, file, opened);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    // Below its errors, as diagnostics are printed from top to bottom.
    const own = error.diagnostics.flatMap(({ file: where, line }) => (where === file && line !== undefined ? [line] : []));
    const open = openQuestionsFinding(text, Math.max(0, ...own));
    if (open === undefined) throw error;
    throw new InputError([...error.diagnostics, { ...open, file }]);
  }
}

async function resolved(text: string, file: string, opened: readonly string[]): Promise<ResolvedManifest> {
  const parsed = parseText(text, file);
  const logs = await logsOf(parsed.manifest, file);
  const bases = await basesOf(parsed.manifest, [...opened, await realPath(file)]);
  const { series, faults } = await hourlyOf(parsed.manifest, file);
  return resolveManifest(parsed, {
    ...logs,
    baseModels: bases.baseModels,
    hourlySeries: series,
    faults: [...logs.faults, ...bases.faults, ...faults],
  });
}

/** Readers of logs are loaded for manifests that name some. */
async function logsOf(manifest: Manifest, file: string): Promise<ReadFiles> {
  const named = logsNamedIn(manifest);
  if (named.size === 0) return { phases: new Map(), faults: [] };
  const { loggedPhases } = await import('./logs/logged-phases.js');
  return loggedPhases(file, named);
}

/** Hourly intensities that the grids of the manifest name; their reader is loaded where there are some. */
async function hourlyOf(manifest: Manifest, file: string): Promise<ReadSeries> {
  if (!namesHourly(manifest)) return { series: new Map(), faults: [] };
  const { readHourlySeries } = await import('./logs/hourly-series.js');
  return readHourlySeries(manifest, file);
}

/** Base models that the manifest names by a file; a manifest among them is assessed. */
async function basesOf(manifest: Manifest, opened: readonly string[]): Promise<ReadBases> {
  if (!manifest.baseModels.some((one) => 'file' in one)) return { baseModels: new Map(), faults: [] };
  const { readBaseModels } = await import('./base-models.js');
  const { assess } = await import('../../assess/assess.js');
  return readBaseModels(manifest, async (text, file, realFile) => {
    if (opened.includes(realFile)) throw new InputError([messages.baseModelInCircle(file)]);
    return assess(await resolveText(text, file, opened));
  });
}

/** The logs that a manifest names, by the path of the phase. */
function logsNamedIn({ phases }: Manifest): ReadonlyMap<string, Selection> {
  return new Map(
    phases.flatMap(({ path, from, same_machine }) => {
      if (from === undefined) return [];
      const selection = selectionOf(from);
      return [[path, { ...selection, same_machine: same_machine ?? selection.same_machine }] as const];
    }),
  );
}
