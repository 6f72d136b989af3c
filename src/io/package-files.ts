import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** A file of an npm package, as a plain Uint8Array of its own: a pooled Buffer would hand WebAssembly more than the file. */
export async function readPackageFile(specifier: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(packageFile(specifier)));
}

/** Where a file of an npm package lies. */
export function packageFile(specifier: string): string {
  return require.resolve(specifier);
}
