import { InputError } from '../../../diagnostics/diagnostic.js';
import { namesHourly } from '../../../manifest/hourly/grids.js';
import type { Manifest } from '../../../manifest/manifest.js';
import { openQuestionsFinding } from '../../../manifest/open-questions.js';
import { parseText } from '../../../manifest/parse.js';
import { type Selection, selectionOf } from '../../../manifest/schema/from.js';
import { type ReadFiles, type ResolvedManifest, resolveManifest } from '../../../resolve/resolve.js';
import type { ReadSeries } from '../logs/hourly-series.js';
import { messages } from '../messages.js';
import type { ReadBases } from './base-models.js';
import type { NamedFiles } from './named-files.js';

/** Where a manifest is, and what it names. */
export interface NamedContext {
  readonly file: string;
  readonly files: NamedFiles;
  /** Manifests that name this one as a base model, directly or through others. */
  readonly opened?: readonly string[] | undefined;
}

/**
 * Parses and resolves a manifest, with the runs of the logs and the base models that it names.
 *
 * @throws {InputError} With every error of the manifest and of its logs, then with the questions of `init` that are still open:
 *   what a manifest lacks is most often the answer to one of them.
 */
export async function resolveNamed(text: string, context: NamedContext): Promise<ResolvedManifest> {
  try {
    return await resolved(text, context);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { file } = context;
    // Below its errors, as diagnostics are printed from top to bottom.
    const own = error.diagnostics.flatMap(({ file: where, line }) => (where === file && line !== undefined ? [line] : []));
    const open = openQuestionsFinding(text, Math.max(0, ...own));
    if (open === undefined) throw error;
    throw new InputError([...error.diagnostics, { ...open, file }]);
  }
}

async function resolved(text: string, context: NamedContext): Promise<ResolvedManifest> {
  const parsed = parseText(text, context.file);
  const logs = await logsOf(parsed.manifest, context);
  const bases = await basesOf(parsed.manifest, context);
  const { series, faults } = await hourlyOf(parsed.manifest, context);
  return resolveManifest(parsed, {
    ...logs,
    baseModels: bases.baseModels,
    hourlySeries: series,
    faults: [...logs.faults, ...bases.faults, ...faults],
  });
}

/** Readers of logs are loaded for manifests that name some. */
async function logsOf(manifest: Manifest, { file, files }: NamedContext): Promise<ReadFiles> {
  const named = logsNamedIn(manifest);
  if (named.size === 0) return { phases: new Map(), faults: [] };
  const { loggedPhases } = await import('../logs/logged-phases.js');
  return loggedPhases(file, named, files);
}

/** Hourly intensities that the grids of the manifest name; their reader is loaded where there are some. */
async function hourlyOf(manifest: Manifest, { file, files }: NamedContext): Promise<ReadSeries> {
  if (!namesHourly(manifest)) return { series: new Map(), faults: [] };
  const { readHourlySeries } = await import('../logs/hourly-series.js');
  return readHourlySeries(manifest, file, files);
}

/** Base models that the manifest names by a file; a manifest among them is assessed. */
async function basesOf(manifest: Manifest, { file: own, files, opened = [] }: NamedContext): Promise<ReadBases> {
  if (!manifest.baseModels.some((one) => 'file' in one)) return { baseModels: new Map(), faults: [] };
  const { readBaseModels } = await import('./base-models.js');
  const { assess } = await import('../../../assess/assess.js');
  const all = [...opened, await files.realPath(own)];
  return readBaseModels(manifest, files, async (text, file, realFile) => {
    if (all.includes(realFile)) throw new InputError([messages.baseModelInCircle(file)]);
    return assess(await resolveNamed(text, { file, files, opened: all }));
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
