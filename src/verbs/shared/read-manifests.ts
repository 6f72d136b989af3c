import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { readTextFile } from '../../io/files.js';
import type { Manifest } from '../../manifest/manifest.js';
import { parseText } from '../../manifest/parse.js';
import { type Selection, selectionOf } from '../../manifest/schema/from.js';
import { type ResolvedManifest, resolveManifest } from '../../resolve/resolve.js';
import { createFaults } from './faults.js';
import { readNamed } from './file-faults.js';
import { messages } from './messages.js';

/** A manifest is no larger than this: it names its logs, and doesn't hold them. */
const maxBytes = 5_000_000;

/**
 * Reads, parses and resolves manifests, all of them before anything else is done.
 *
 * @throws {InputError} With every error of every file.
 */
export async function readManifests(files: readonly string[]): Promise<readonly ResolvedManifest[]> {
  const faults = createFaults();
  const manifests: ResolvedManifest[] = [];
  for (const file of files) {
    const resolved = await faults.attempt(async () =>
      resolveText(await readNamed(file, 'manifest', () => readTextFile(file, { maxBytes })), file),
    );
    if (resolved !== undefined) manifests.push(resolved);
  }
  faults.add(...sameSlugs(manifests.map(({ manifest }) => manifest)));
  faults.throwIfAny();
  return manifests;
}

/**
 * Parses and resolves a manifest, with the runs of the logs that it names.
 *
 * @throws {InputError} With every error of the manifest and of its logs.
 */
export async function resolveText(text: string, file: string): Promise<ResolvedManifest> {
  const parsed = parseText(text, file);
  const named = logsNamedIn(parsed.manifest);
  if (named.size === 0) return resolveManifest(parsed, { phases: new Map(), faults: [] });
  // Readers of logs are loaded for manifests that name some.
  const { loggedPhases } = await import('./logs/logged-phases.js');
  return resolveManifest(parsed, await loggedPhases(file, named));
}

/** The logs that a manifest names, by the path of the phase. */
function logsNamedIn({ phases }: Manifest): ReadonlyMap<string, Selection> {
  return new Map(phases.flatMap(({ path, from }) => (from === undefined ? [] : [[path, selectionOf(from)] as const])));
}

/** Slugs that differ in case alone are one folder on some machines. */
function sameSlugs(manifests: readonly Manifest[]): readonly Diagnostic[] {
  const owners = new Map<string, Manifest>();
  return manifests.flatMap((manifest): Diagnostic[] => {
    const { slug, file, positionOf } = manifest;
    const key = slug.toLowerCase();
    const owner = owners.get(key);
    owners.set(key, owner ?? manifest);
    if (owner === undefined) return [];
    const position = positionOf('slug') ?? positionOf('model');
    return [{ ...messages.sameSlug(slug, owner.file ?? 'another manifest'), file, ...position }];
  });
}
