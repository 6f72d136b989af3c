import { access, readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Megabytes that the browser takes when it is unpacked. */
export const unpackedMegabytes = 200;

/** Called before a browser is unpacked. */
export type OnUnpack = (megabytes: number) => void;

/** The npm package that brings Chromium, as far as unpacking needs to know it. */
export interface Pack {
  readonly folder: string;
  readonly version: string;
  /** Changes when the package's files do: version and compressed sizes. */
  readonly fingerprint: string;
}

/** The dynamic loader that the bundled binary was linked for; Alpine and NixOS have none there. */
const glibcLoader = '/lib64/ld-linux-x86-64.so.2';

/** The package where it is installed and its binary can run; `undefined` elsewhere. */
export async function bundledPack(): Promise<Pack | undefined> {
  // The package holds a binary for this one platform; other systems have to bring their own.
  if (process.platform !== 'linux' || process.arch !== 'x64' || !(await present(glibcLoader))) return undefined;
  try {
    const root = dirname(dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium'))));
    const facts: unknown = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    const version = typeof facts === 'object' && facts !== null && 'version' in facts ? String(facts.version) : '';
    const folder = join(root, 'bin');
    const sizes = await Promise.all(['chromium.br', 'al2023.tar.br'].map(async (name) => (await stat(join(folder, name))).size));
    if (!/^[\w.-]+$/.test(version)) return undefined;
    return { folder, version, fingerprint: [version, ...sizes].join(' ') };
  } catch {
    // Not installed (`npm install --omit=optional`, a bundler): look for an installed browser instead.
    return undefined;
  }
}

async function present(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
