import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageRoot } from '../package-root.js';
import { digestOf, digestOfFile } from './reads.js';

/** The folder of the program: what is shipped, what scripts load, or the sources. */
const [folderName = ''] = fileURLToPath(import.meta.url)
  .slice(packageRoot.length + 1)
  .split(sep);
const program = join(packageRoot, folderName, sep);
const packageFile = join(packageRoot, 'package.json');

let known: string | undefined;

/** What the build noted of the program that it bundled. */
interface Built {
  /** Of all files of the bundle. */
  readonly digest: string;
  /** Packages that are not in it. */
  readonly packages: readonly string[];
}

/**
 * Changes when the program does, and with it what it writes: its own files by their content, the packages that it is built on by
 * their versions, Node and the platform. A bundle has a digest of its own, since reading all of it would take as long as the work.
 */
export function programMark(): string {
  known ??= digestOf(JSON.stringify(parts()));
  return known;
}

function parts(): readonly unknown[] {
  const built = builtProgram();
  const versions = (built?.packages ?? packagesOf()).map((name) => `${name} ${versionOf(name)}`);
  return [built?.digest ?? filesBelow(program), versions, process.version, process.platform, process.arch];
}

function builtProgram(): Built | undefined {
  try {
    return JSON.parse(readFileSync(join(program, 'program.json'), 'utf8')) as Built;
  } catch {
    return undefined;
  }
}

function filesBelow(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).filter((path) => !/\.(?:d\.ts|map|tsbuildinfo)$/.test(path));
  return paths.sort().map((path) => `${path.slice(folder.length)} ${digestOfFile(path)}`);
}

function packagesOf(): readonly string[] {
  const { dependencies = {} } = JSON.parse(readFileSync(packageFile, 'utf8')) as { dependencies?: Record<string, string> };
  return Object.keys(dependencies);
}

/** The version that is installed, in this package or in one that it is installed in. */
function versionOf(name: string): string {
  for (let folder = program; ; folder = join(folder, '..')) {
    try {
      const { version } = JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')) as { version?: unknown };
      return String(version);
    } catch {
      if (join(folder, '..') === folder) return 'absent';
    }
  }
}
