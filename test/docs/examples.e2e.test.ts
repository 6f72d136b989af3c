import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { assess, parseManifest } from '../../src/index.js';
import { type Block, blocksOf, pages, pattern, root } from './blocks.js';

const main = join(root, 'dist/cli/main.js');

// Some examples render a PDF, others render, write a card and check both.
vi.setConfig({ testTimeout: 240_000 });

/** Shell lines that are not run here, and why. */
const skipped: Readonly<Record<string, string>> = {
  'npm ci && npm run demo': 'installs from the network; .ci/run does so before its tests',
  'npm ci && npm test': 'this test is a part of it; .ci/run runs the line as it is printed',
  'npm install -g .': 'installs a command for the whole machine',
  'npm run demo': 'writes to reports/, which .ci/run compares with what is committed',
};

const emptyCard = readFileSync(join(root, 'fixtures/cards/small-lm/before/README.md'), 'utf8');
const guideLog = readFileSync(join(root, 'docs/guides/emissions.csv'), 'utf8');
const fiveLines = readFileSync(join(root, 'fixtures/cards/small-lm/carboncard.yaml'), 'utf8');

/** What has to be in the folder before a command makes sense: files by name, then commands. */
const before: Readonly<Record<string, { readonly files?: Readonly<Record<string, string>>; readonly commands?: readonly string[] }>> = {
  'carboncard audit README.md': {
    files: {
      'README.md': `${'\n'.repeat(11)}Training took 1,287 MWh on a grid of 429 gCO2eq/kWh, so the model emitted 502 tonnes CO2eq.\n`,
    },
  },
  'carboncard check -o reports --card README.md': {
    files: { 'README.md': emptyCard, 'carboncard.yaml': fiveLines },
    commands: ['carboncard render', 'carboncard card README.md'],
  },
  "carboncard render 'models/**/carboncard.yaml' -o reports": { files: { 'models/small/carboncard.yaml': fiveLines } },
  'carboncard render --format badge': { files: { 'carboncard.yaml': fiveLines } },
  'carboncard render --format html': { files: { 'carboncard.yaml': fiveLines } },
  'carboncard card README.md': { files: { 'README.md': emptyCard, 'carboncard.yaml': fiveLines } },
  'carboncard init emissions.csv': { files: { 'README.md': emptyCard, 'emissions.csv': guideLog } },
  // What the commands above it left.
  'docs/guides/card-from-a-log.md: carboncard card README.md': {},
  'carboncard card models/small/README.md -m models/small/carboncard.yaml': { files: { 'models/small/README.md': emptyCard } },
};

/** What a command needs: that of its page, else that of every page. */
const neededBy = (command: string, file: string) => {
  const key = command.replace(/^npx /, '');
  return before[`${file}: ${key}`] ?? before[key] ?? {};
};

/** Manifests that are a part of one: what a reader has around it. */
const around = {
  model: 'model: My model\n',
  phases: 'phases: [{ phase: training, energy: 120 kWh, location: France, year: 2024 }]\n',
  logs: 'fixtures/trackers',
  bom: '{ "bomFormat": "CycloneDX", "specVersion": "1.6", "components": [{ "type": "machine-learning-model", "name": "My model" }] }\n',
};

/** Folders that examples run in, one a page, as a reader has one. */
const folders = new Map<string, string>();
function folderOf(file: string): string {
  const known = folders.get(file);
  if (known !== undefined) return known;
  const made = mkdtempSync(join(tmpdir(), 'carboncard-docs-'));
  folders.set(file, made);
  return made;
}
afterAll(() => {
  for (const folder of folders.values()) rmSync(folder, { recursive: true });
});

function run(command: string, file: string): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const typed = command.replace(/^(?:npx )?carboncard /, '').split(/\s+/);
  const words = typed.map((word) => word.replace(/^'(.*)'$/, '$1'));
  const cwd = command.includes('fixtures/') ? root : folderOf(file);
  const env = { ...process.env, NO_COLOR: '1', GITHUB_ACTIONS: '', COLUMNS: '100' };
  return spawnSync(process.execPath, [main, ...words], { cwd, encoding: 'utf8', env });
}

function prepare(command: string, file: string): void {
  const { files = {}, commands = [] } = neededBy(command, file);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folderOf(file), dirname(name)), { recursive: true });
    writeFileSync(join(folderOf(file), name), text);
  }
  for (const one of commands) expect(run(one, file).status, one).toBe(0);
}

const isCommand = (line: string): boolean => /^(?:npx )?carboncard /.test(line);
const withoutComment = (line: string): string => line.replace(/\s+#.*$/, '').trim();

/** Last output of a page, for the `text` block below a command. */
const outputs = new Map<string, string>();

const excerptsIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'));

const workflow = readFileSync(join(root, 'docs/carbon.yml'), 'utf8');
const withoutComments = (text: string): string => text.replaceAll(/^#.*\n/gm, '');

const manifests = excerptsIn('fixtures/runs');

/** What SchemaStore asks of an entry. */
const catalogueKeys = ['name', 'description', 'fileMatch', 'url'];

/** The page whose blocks are texts of its pictures; test/prometheus asks a server in the same way. */
const fleet = 'docs/collect-fleet.md';
const pictures = readdirSync(join(root, 'docs/images'))
  .filter((name) => /^fleet-.*\.svg$/.test(name))
  .map((name) =>
    readFileSync(join(root, 'docs/images', name), 'utf8')
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>'),
  );

/** The page whose blocks are run in shards. */
const batches = 'docs/batches.md';

const ways: Readonly<Record<string, (block: Block) => void>> = {
  /** Whole manifests are assessed; parts are put into one, or are an excerpt of a fixture. */
  yaml: ({ file, text }) => {
    if (/^name: carbon$/m.test(text)) return void expect(`${text}\n`).toBe(withoutComments(workflow));
    // Run by batches.e2e.test.ts, as are scripts and rules.
    if (/^name: reports$/m.test(text)) return void expect(file).toBe(batches);
    // What the action and the hooks do is run by test/ci.
    if (/^- (?:run|uses):/.test(text)) return void expect(text).toMatch(/\bnpx carboncard \w+|OWNER\/carboncard@v1\b/);
    if (text.startsWith('# .pre-commit-config.yaml')) return expectHooks(text);
    if (manifests.some((manifest) => manifest.includes(text))) return;
    if (/^model:/m.test(text)) {
      writeFileSync(join(folderOf(file), 'carboncard.yaml'), text);
      expect(assess(parseManifest(text)).totals.development?.emissions.value).toBeGreaterThan(0);
      return;
    }
    expect(text, 'a manifest, a part of one, or an excerpt of a fixture').toMatch(/^(?:phases|output):/m);
    const folder = join(folderOf(file), 'from');
    mkdirSync(join(folder, 'logs'), { recursive: true });
    writeFileSync(join(folder, 'carboncard.yaml'), `${around.model}${/^phases:/m.test(text) ? '' : around.phases}${text}`);
    writeFileSync(join(folder, 'bom.json'), around.bom);
    writeFileSync(join(folder, 'logs/emissions.csv'), readFileSync(join(root, around.logs, 'codecarbon/3.2.1_emissions.csv'), 'utf8'));
    writeFileSync(join(folder, 'meter.csv'), 'used (kWh),day\n1.5,2024-03-02\n2.5,2024-03-03\n');
    const format = text.includes('cyclonedx:') ? 'cyclonedx' : 'md';
    const args = [main, 'render', '--format', format, '-o', 'reports'];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    expect(status, stderr).toBe(0);
  },
  sh: ({ file, text }) => {
    for (const line of text.split('\n').map(withoutComment)) {
      if (line === '' || skipped[line] !== undefined) continue;
      if (/^npm (?:run )?[a-z]+\b/.test(line)) return void expectScript(line);
      expect(isCommand(line), `“${line}” is run, or is listed with a reason`).toBe(true);
      prepare(line, file);
      const { status, stdout, stderr } = run(line, file);
      expect(status, stderr).toBe(0);
      outputs.set(file, stdout + stderr);
    }
  },
  // Compiled by test/tex, with another slug in the path.
  tex: ({ text }) => {
    const slug = /(?<=\\input\{reports\/)[a-z0-9-]+/;
    expect(readFileSync(join(root, 'docs/formats/tex.md'), 'utf8')).toContain(text.replace(slug, 'bloom'));
  },
  bash: ({ file }) => void expect(file).toBe(batches),
  // Beside that page, what other tools are asked for: none of them is here.
  python: ({ file }) => void expect(file).toMatch(/^docs\/(?:batches\.md$|trackers\/)/),
  shell: ({ file, text }) => {
    expect(file).toMatch(/^docs\/trackers\//);
    expect(text).not.toMatch(/^(?:npx )?carboncard /m);
  },
  console: ({ file, text }) => {
    const [command = '', ...expected] = text.split('\n');
    expect(command).toMatch(/^\$ (?:npx )?carboncard /);
    prepare(command.slice(2), file);
    const { stdout } = run(command.slice(2), file);
    expect(`${stdout.trimEnd()}\n`).toMatch(pattern(expected.join('\n')));
  },
  /** A usage line for each verb, a part of a page that another command prints, or what the command above prints. */
  text: ({ file, text }) => {
    const lines = text.split('\n');
    if (file === fleet) return expectPicture(lines);
    if (lines.every((line) => line.startsWith('carboncard '))) {
      for (const line of lines) expectUsage(line);
      return;
    }
    const output = outputs.get(file) ?? run('carboncard explain training.dynamic -m fixtures/runs/bloom/carboncard.yaml', file).stdout;
    expect(`${output.trimEnd()}\n`).toMatch(pattern(outputs.has(file) ? text : `…\n${text}\n…`));
  },
  js: ({ file, text }) => {
    const folder = folderOf(file);
    const modules = join(folder, 'node_modules');
    if (!existsSync(modules)) {
      mkdirSync(modules);
      symlinkSync(root, join(modules, 'carboncard'));
    }
    const asserted = text.replaceAll(/^(?!import|const|let)(.+); \/\/ (.+)$/gm, (_, value: string, expected: string) => {
      return `shown.push([${value}, ${JSON.stringify(expected)}]);`;
    });
    writeFileSync(join(folder, 'example.mjs'), `const shown = [];\n${asserted}\nconsole.log(JSON.stringify(shown));\n`);
    const { status, stdout, stderr } = spawnSync(process.execPath, ['example.mjs'], { cwd: folder, encoding: 'utf8' });
    expect(status, stderr).toBe(0);
    const shown = JSON.parse(stdout) as readonly (readonly [unknown, string])[];
    for (const [value, expected] of shown) expect(`${partOf(value, expected)}\n`).toMatch(pattern(expected));
    expect(shown.length, 'an example shows a result: `expression; // result`').toBeGreaterThan(0);
  },
  /** What `card --dry-run` shows of a card in fixtures/cards. */
  diff: ({ text }) => {
    const card = 'fixtures/cards/small-lm/before/README.md';
    const { stdout } = run(`carboncard card ${card} -m fixtures/cards/small-lm/carboncard.yaml --dry-run`, 'README.md');
    expect(stdout).toMatch(pattern(`…\n${text}\n…`));
  },
  /** A page of alternatives, which test/unit/what-if/page.test.ts makes again from the manifest above it. */
  md: ({ file }) => expect(file).toBe('docs/what-if.md'),
  markdown: ({ file, text }) => void expect([file, text.includes('badge.svg')]).toEqual(['docs/formats/badge.md', true]),
  /** An entry for a catalogue of others. */
  json: ({ file, text }) => void expect([file, Object.keys(JSON.parse(text) as object)]).toEqual(['CONTRIBUTING.md', catalogueKeys]),
  /** Settings of audits in a card. */
  html: ({ file, text }) => {
    const card = join(folderOf(file), 'settings.md');
    writeFileSync(card, `${text}\n\nThe training emitted 5 t CO2eq.\n`);
    const { status, stderr } = spawnSync(process.execPath, [main, 'audit', card], { encoding: 'utf8' });
    expect(status, stderr).toBeLessThan(2);
  },
};

/** An object without the keys that the example doesn't show. */
function partOf(value: unknown, expected: string): string {
  if (typeof value !== 'object' || value === null) return inspect(value);
  const keys = Object.keys(value).filter((key) => new RegExp(`\\b${key}:`).test(expected));
  return inspect(Object.fromEntries(keys.map((key) => [key, (value as Readonly<Record<string, unknown>>)[key]])), {
    breakLength: Infinity,
  });
}

function expectScript(line: string): void {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const [, name = ''] = /^npm (?:run )?([a-z]+)/.exec(line) ?? [];
  expect(Object.keys(scripts)).toContain(name);
}

/** Each line of a block is in the picture above it; commands have the options that they show. */
function expectPicture(lines: readonly string[]): void {
  expect(pictures.filter((picture) => lines.every((line) => picture.includes(`>${line}</text>`)))).toHaveLength(1);
  const command = lines.join(' ').match(/^\$ (carboncard .*?)(?= Energy:)/)?.[1];
  if (command !== undefined) expectUsage(command);
}

function expectHooks(text: string): void {
  const hooks = readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8');
  const ids = [...text.matchAll(/- id: (\S+)/g)].map(([, id]) => id);
  expect(ids.length).toBeGreaterThan(0);
  for (const id of ids) expect(hooks).toContain(`- id: ${id}\n`);
}

/** Every option of a usage line is in the help of its verb. */
function expectUsage(line: string): void {
  const [, verb = ''] = /^carboncard ([a-z]+)/.exec(line) ?? [];
  const { status, stdout } = spawnSync(process.execPath, [main, verb, '--help'], { encoding: 'utf8' });
  expect(status, verb).toBe(0);
  for (const [option] of line.matchAll(/(?<=[[\s])--?[a-z-]+/g)) expect(stdout, `${verb} ${option}`).toMatch(new RegExp(`${option}\\b`));
}

describe.each(pages())('%s', (file) => {
  // Those that name a fixture are made again by formats.e2e.test.ts.
  const blocks = blocksOf(file).filter(({ language }) => !language.includes(' fixtures/'));
  const used = blocks.map((block) => [`line ${block.line}, ${block.language}`, block] as const);
  it.each(used)('%s', (_, block) => {
    const way = ways[block.language];
    expect(way, `a block of \`${block.language}\` is run in some way`).toBeDefined();
    way?.(block);
  });

  it('links to files that are there', () => {
    const text = readFileSync(join(root, file), 'utf8').replaceAll(/```[\s\S]*?```|`[^`\n]*`/g, '');
    for (const [, target = ''] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^[a-z]+:|^#/.test(target)) continue;
      expect(existsSync(join(root, dirname(file), target.replace(/[#?].*$/, ''))), target).toBe(true);
    }
  });
});

it('has no reason for a line that is on no page', () => {
  const lines = pages().flatMap((file) => blocksOf(file).flatMap(({ text }) => text.split('\n').map(withoutComment)));
  for (const line of Object.keys(skipped)) expect(lines).toContain(line);
  const typed = lines.map((line) => line.replace(/^\$ /, ''));
  for (const line of Object.keys(before)) expect(typed).toContain(line.replace(/^docs\/.+?: /, ''));
});
