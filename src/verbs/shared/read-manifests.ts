import { readTextFile } from '../../io/files.js';
import type { ResolvedManifest } from '../../resolve/resolve.js';
import { diskFiles } from './disk-files.js';
import { readNamed } from './file-faults.js';
import { maxManifestBytes } from './manifest-limit.js';
import { resolveNamed } from './named/resolve-named.js';

/**
 * Reads, parses and resolves a manifest.
 *
 * @throws {InputError} With every error of the file, and of those that it names.
 */
export async function resolveFile(file: string): Promise<ResolvedManifest> {
  return resolveText(await readNamed(file, 'manifest', () => readTextFile(file, { maxBytes: maxManifestBytes })), file);
}

/**
 * Parses and resolves a manifest, with the runs of the logs and the base models of this machine that it names.
 *
 * @throws {InputError} With every error of the manifest and of its logs.
 */
export async function resolveText(text: string, file: string): Promise<ResolvedManifest> {
  return resolveNamed(text, { file, files: diskFiles });
}
