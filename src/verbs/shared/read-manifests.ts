import { type Diagnostic, InputError } from '../../diagnostics/diagnostic.js';
import { insufficiencies } from '../../diagnostics/insufficiencies.js';
import { FileError, readTextFile } from '../../io/files.js';
import type { Manifest } from '../../manifest/manifest.js';
import { logsNamedIn, parseManifest } from '../../manifest/parse.js';
import { faultOf } from './file-faults.js';
import { messages } from './messages.js';

/** Logs are named in a manifest, not put in it: more than this is another kind of file. */
const maxBytes = 5_000_000;

/**
 * Reads manifests, all of them before anything else is done.
 *
 * @throws {InputError} With every fault of every file.
 */
export async function readManifests(files: readonly string[]): Promise<readonly Manifest[]> {
  const faults: Diagnostic[] = [];
  const manifests: Manifest[] = [];
  for (const file of files) {
    const read = await readManifest(file);
    if ('faults' in read) faults.push(...read.faults);
    else manifests.push(read.manifest);
  }
  faults.push(...sameSlugs(manifests));
  if (faults.length > 0) throw new InputError(faults);
  return manifests;
}

async function readManifest(file: string): Promise<{ readonly manifest: Manifest } | { readonly faults: readonly Diagnostic[] }> {
  try {
    return { manifest: await parseWithLogs(await readTextFile(file, { maxBytes }), file) };
  } catch (error) {
    if (error instanceof InputError) return { faults: error.diagnostics };
    if (error instanceof FileError) return { faults: [faultOf(file, error.problem, 'manifest')] };
    throw error;
  }
}

/**
 * A manifest with what the logs say that it names.
 *
 * @throws {InputError} With what is wrong with the manifest, and with its logs.
 */
export async function parseWithLogs(text: string, file: string): Promise<Manifest> {
  const named = logsNamedIn(text);
  if (named.size === 0) return parseManifest(text, file, new Map());
  // Readers of logs are for those who name some.
  const { loggedPhases } = await import('./logged-phases.js');
  const { phases, faults } = await loggedPhases(file, named);
  try {
    const manifest = parseManifest(text, file, phases);
    if (faults.length === 0) return manifest;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError([...error.diagnostics.filter(({ id }) => faults.length === 0 || !insufficiencies.includes(id)), ...faults]);
  }
  throw new InputError(faults);
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
