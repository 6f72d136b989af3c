import { type Diagnostic, InputError } from '../../diagnostics/diagnostic.js';
import { FileError, readTextFile } from '../../io/files.js';
import type { Manifest } from '../../manifest/manifest.js';
import { parseText } from '../../manifest/parse.js';
import { type Selection, selectionOf } from '../../manifest/schema/from.js';
import { type ResolvedManifest, resolveManifest } from '../../resolve/resolve.js';
import { faultOf } from './file-faults.js';
import { messages } from './messages.js';

/** Logs are named in a manifest, not put in it: more than this is another kind of file. */
const maxBytes = 5_000_000;

/**
 * Reads, parses and resolves manifests, all of them before anything else is done.
 *
 * @throws {InputError} With every error of every file.
 */
export async function readManifests(files: readonly string[]): Promise<readonly ResolvedManifest[]> {
  const faults: Diagnostic[] = [];
  const manifests: ResolvedManifest[] = [];
  for (const file of files) {
    const read = await readManifest(file);
    if ('faults' in read) faults.push(...read.faults);
    else manifests.push(read);
  }
  faults.push(...sameSlugs(manifests.map(({ manifest }) => manifest)));
  if (faults.length > 0) throw new InputError(faults);
  return manifests;
}

async function readManifest(file: string): Promise<ResolvedManifest | { readonly faults: readonly Diagnostic[] }> {
  try {
    return await resolveText(await readTextFile(file, { maxBytes }), file);
  } catch (error) {
    if (error instanceof InputError) return { faults: error.diagnostics };
    if (error instanceof FileError) return { faults: [faultOf(file, error.problem, 'manifest')] };
    throw error;
  }
}

/**
 * Parses and resolves a manifest, with what the logs say that it names.
 *
 * @throws {InputError} With every error of the manifest and of its logs.
 */
export async function resolveText(text: string, file: string): Promise<ResolvedManifest> {
  const parsed = parseText(text, file);
  const named = logsNamedIn(parsed.manifest);
  if (named.size === 0) return resolveManifest(parsed, { phases: new Map(), faults: [] });
  // Readers of logs are loaded for manifests that name some.
  const { loggedPhases } = await import('./logged-phases.js');
  return resolveManifest(parsed, await loggedPhases(file, named));
}

/** The logs that a manifest names, by the path of the phase. */
function logsNamedIn({ phases }: Manifest): ReadonlyMap<string, Selection> {
  return new Map(phases.flatMap(({ path, from }) => (from === undefined ? [] : [[path, selectionOf(from)] as const])));
}

/** Folders that differ in case alone are one on some machines. */
function sameSlugs(manifests: readonly Manifest[]): readonly Diagnostic[] {
  const owners = new Map<string, Manifest>();
  return manifests.flatMap((manifest): Diagnostic[] => {
    const key = manifest.slug.toLowerCase();
    const owner = owners.get(key);
    owners.set(key, owner ?? manifest);
    if (owner === undefined) return [];
    const position = manifest.positionOf('slug') ?? manifest.positionOf('model');
    return [
      {
        ...messages.sameSlug(manifest.slug, owner.file ?? 'another manifest'),
        ...(manifest.file !== undefined && { file: manifest.file }),
        ...position,
      },
    ];
  });
}
