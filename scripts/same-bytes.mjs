// Whether versions of Node, and a batch and single runs, write the same bytes: every report of fixtures/runs in all formats, the cards of
// fixtures/cards, and the drafts that `init` makes of logs. `npm run same-bytes` installs the other versions into a temporary folder and removes them again;
// `npm run same-bytes -- /path/to/node22 /path/to/node24` takes programs that are there. One line a version; exit 1 where a file differs.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Versions of the packages `node-<system>-<processor>`, which hold the program and no install script. */
const versions = ['22.23.0', '24.21.0'];

const root = fileURLToPath(new URL('..', import.meta.url));
const main = join(root, 'dist/cli/main.js');
const { outputIds } = await import('../build/outputs/ids.js');
const formats = ['--format', outputIds.join(',')];
const manifests = readdirSync(join(root, 'fixtures/runs'))
  .sort()
  .map((name) => `fixtures/runs/${name}/carboncard.yaml`);
const names = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'carboncard-same-bytes-'));
try {
  const others = names.length > 0 ? names.map((name) => resolve(name)) : installed();
  compare([process.execPath, ...others]);
  compareBatches();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The programs of the other versions, in a folder of their own. */
function installed() {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const aliases = versions.map((version) => `node-${version}@npm:node-${system}-${process.arch}@${version}`);
  // What the outer npm was asked for, such as --prefix, is not meant for this one.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_config_(?:global|prefix|location|local_prefix)$/i.test(name)),
  );
  const [npm, ...before] = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const words = ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...aliases];
  console.log(`Installing Node ${versions.join(' and ')} into a temporary folder.`);
  if (spawnSync(npm, [...before, ...words], { cwd: folder, env, stdio: ['ignore', 'ignore', 'inherit'] }).status !== 0)
    throw new Error('The other versions could not be installed. Name their programs: npm run same-bytes -- /path/to/node22');
  const program = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
  return versions.map((version) => join(folder, 'node_modules', `node-${version}`, program));
}

function compare(programs) {
  let expected;
  for (const [n, program] of programs.entries()) {
    const digests = digestsOf(written(program, join(folder, `out-${n}`)));
    expected ??= digests;
    verdict(`Node ${run(program, ['--version']).trim()}`, expected, digests);
  }
}

/** Prints whether the files are the expected ones, and fails where one is not. */
function verdict(name, expected, digests) {
  const all = createHash('sha256')
    .update(JSON.stringify([...digests]))
    .digest('hex');
  const differing = [...new Set([...expected.keys(), ...digests.keys()])].filter((file) => expected.get(file) !== digests.get(file));
  const word = digests === expected ? '' : differing.length === 0 ? '  same' : `  ${differing.length} DIFFER`;
  console.log(`${name.padEnd(15)} ${digests.size} files  sha256 ${all}${word}`);
  for (const file of differing) console.log(`  ${file}`);
  if (differing.length > 0) process.exitCode = 1;
}

/** A batch by any number of jobs writes what single runs write, but for the index, which only a batch has. */
function compareBatches() {
  const ways = {
    'one by one': manifests.map((manifest) => [manifest]),
    '--jobs 1': [[...manifests, '--jobs', '1']],
    '--jobs 3': [[...manifests, '--jobs', '3']],
  };
  let expected;
  for (const [n, [name, runs]] of Object.entries(ways).entries()) {
    const out = join(folder, `way-${n}`);
    for (const words of runs) run(process.execPath, [main, 'render', ...words, '--force', ...formats, '--quiet', '-o', out]);
    const digests = new Map([...digestsOf(out)].filter(([file]) => file.includes('/')));
    expected ??= digests;
    verdict(name, expected, digests);
  }
}

/** Lets a version of Node write everything, into a folder. */
function written(program, out) {
  run(program, [main, 'render', ...manifests, ...formats, '--quiet', '-o', join(out, 'reports')]);
  for (const name of readdirSync(join(root, 'fixtures/cards')).sort()) {
    const card = join(out, 'cards', name, 'README.md');
    mkdirSync(dirname(card), { recursive: true });
    copyFileSync(join(root, 'fixtures/cards', name, 'before/README.md'), card);
    run(program, [main, 'card', card, '-m', `fixtures/cards/${name}/carboncard.yaml`, '--quiet']);
  }
  mkdirSync(join(out, 'drafts'), { recursive: true });
  for (const log of logs()) {
    // A log that needs options is refused; the words of that are compared as well.
    const { status, stdout, stderr } = spawnSync(program, [main, 'init', log, '-o', '-'], { cwd: root, encoding: 'utf8' });
    writeFileSync(join(out, 'drafts', `${log.replaceAll('/', '-')}.txt`), `${status}\n${stdout}\n${stderr}`);
  }
  return out;
}

/** Two logs of each format that `init` reads. */
function logs() {
  const folders = readdirSync(join(root, 'fixtures/trackers'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.flatMap(({ name }) =>
    readdirSync(join(root, 'fixtures/trackers', name), { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `fixtures/trackers/${name}/${entry.name}`)
      .sort()
      .slice(0, 2),
  );
}

function digestsOf(out) {
  const files = readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
  return new Map(
    files.map((file) => [file.slice(out.length + 1).replaceAll('\\', '/'), createHash('sha256').update(readFileSync(file)).digest('hex')]),
  );
}

function run(program, words) {
  const { status, stdout, stderr, error } = spawnSync(program, words, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${words.join(' ')} ended with ${status ?? error}\n${stderr}`);
  return stdout;
}
