// Lays the files of one entry: `npm run new audit grid-of-moon`. Kinds: tracker, factor, component, audit, chart, section, output, verb.
// The files are those below scripts/new/<kind>/, by the path that they get, with `__id__` and its other spellings filled in; then
// the entry is put into the tables of its kind. What is laid compiles, and its test fails with what is left to do.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Tables that an entry of each kind is put into. */
const kinds = {
  tracker: [
    inTuple('src/trackers/ids.ts', 'trackerIds'),
    withImport('src/trackers/index.ts', "import { __camel__ } from './__id__.js';"),
    inObject('src/trackers/index.ts', 'trackers', "'__id__': __camel__"),
    withImport('src/verbs/shared/diagnostic-ids.ts', "import type { messages as __camel__Messages } from '../../trackers/__id__.js';"),
    inUnion('src/verbs/shared/diagnostic-ids.ts', 'Tables', 'typeof __camel__Messages'),
    inObject('scripts/trackers/examples.mjs', 'examples', "'__id__': { log: 'example.csv' }"),
    inTable(
      'docs/trackers/README.md',
      '| [__words__](__id__.md) | `__id__` | what it includes, and whether it was measured | what the log lacks |',
    ),
  ],
  factor: [
    withImport('src/factors/hardware/rows/index.ts', "import { __camel__Rows } from './__id__.js';"),
    inObject('src/factors/hardware/rows/index.ts', 'acceleratorRows', '...__camel__Rows'),
  ],
  component: [
    inTuple('src/assessment/ids.ts', 'componentIds'),
    withImport('src/components/index.ts', "import { __camel__ } from './__id__.js';"),
    inObject('src/components/index.ts', 'components', "'__id__': __camel__"),
    inObject('src/assessment/component-names.ts', 'componentNames', "'__id__': '__Title__'"),
    inObject('src/assessment/component-names.ts', 'componentPhrases', "'__id__': '__words__'"),
    inObject('src/charts/theme.ts', 'componentColour', "'__id__': '#777777'"),
    inObject('src/charts/theme.ts', 'componentOutline', "'__id__': '#444444'"),
    inObject('src/charts/theme.ts', 'darkComponentColour', "'__id__': '#777777'"),
    inOwnObject('src/charts/theme.ts', 'darkComponentOutline', "'__id__': '#aaaaaa'"),
    inOwnObject('src/init/assessment-lines.ts', 'keys', "'__id__': '__id__'"),
  ],
  audit: [
    inTuple('src/audits/ids.ts', 'auditIds'),
    withImport('src/audits/index.ts', "import { __camel__ } from './__id__.js';"),
    inObject('src/audits/index.ts', 'audits', "'__id__': __camel__"),
    inTable('docs/audits/README.md', '| [__id__](__id__.md) | warning | What does the audit ask, in one line? |'),
  ],
  chart: [
    inTuple('src/charts/ids.ts', 'chartIds'),
    withImport('src/charts/index.ts', "import { __camel__ } from './__id__/__id__.js';"),
    inObject('src/charts/index.ts', 'charts', "'__id__': __camel__"),
  ],
  section: [
    inTuple('src/sections/ids.ts', 'sectionIds'),
    withImport('src/sections/index.ts', "import { __camel__ } from './__id__.js';"),
    inObject('src/sections/index.ts', 'sections', "'__id__': __camel__"),
    inArray('src/sections/index.ts', 'reportArrangement', "'__id__'"),
  ],
  output: [
    inTuple('src/outputs/ids.ts', 'outputIds'),
    inObject('src/outputs/ids.ts', 'outputTexts', "'__id__': { files: 'carbon.__id__', description: 'what it is, in a few words' }"),
    inObject('src/outputs/index.ts', 'outputs', "'__id__': () => import('./__id__.js').then(({ __camel__ }) => __camel__)"),
    inArray('test/unit/outputs/text-is-text.test.ts', 'const readers =', "'__id__': (files) => [...files.values()].join('\\n')"),
    inTable('docs/formats/README.md', '| [`__id__`](__id__.md) | `carbon.__id__` | who reads it |'),
  ],
  verb: [
    inObject(
      'src/cli/command-table.ts',
      'commands',
      `{
        name: '__id__',
        description: 'What it does, in a few words',
        options: [manifest, json],
        example: 'carboncard __id__ -m carboncard.yaml',
        load: () => import('./commands/__id__.js').then(({ __camel__ }) => __camel__),
      }`,
    ),
    withImport('src/index.ts', "import type { __Pascal__Options, __Pascal__Result } from './verbs/__id__.js';"),
    withImport('src/index.ts', "export type { __Pascal__Options, __Pascal__Result } from './verbs/__id__.js';"),
    appended(
      'src/index.ts',
      `
/**
 * What it does: \`carboncard __id__\`.
 *
 * @throws {InputError} With every error of the manifest.
 */
export async function __camel__Manifest(file: string, options: __Pascal__Options = {}): Promise<__Pascal__Result> {
  const verb = await import('./verbs/__id__.js');
  return verb.__camel__Manifest(file, options);
}
`,
    ),
  ],
};

/** A comment on top of a file, a blank line, and an import. */
const parted = /^(\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)\n(?=import )/;

/** What has to be made again when an entry of a kind is new. */
const made = { component: 'scripts/assessment-schema.mjs' };

/** Files and folders of tests that fail beside the entry's own until it is written, and what they want. */
const others = {
  tracker: {
    tests: ['test/unit/trackers/fixtures.test.ts', 'test/docs/pages.test.ts'],
    want: 'the kWh of its fixture, its row in docs/manifest.md, its page in docs/trackers/, whose example `npm run trackers` makes',
  },
  factor: { tests: ['test/unit/factors'], want: 'the names that find the device' },
  component: { tests: ['test/unit/assess', 'test/unit/explain', 'test/unit/charts'], want: 'its state, and new goldens of the charts' },
  audit: { tests: ['test/unit/audits'], want: 'its sentence in messages.test.ts, and the examples of its page in docs/audits/' },
  chart: { tests: ['test/unit/charts'], want: 'a section that shows it' },
  output: {
    tests: ['test/unit/cli/run.test.ts', 'test/docs/pages.test.ts'],
    want: 'its line in `--help` and in the README, its page in docs/formats, what its reader in text-is-text.test.ts reads',
  },
  verb: { tests: ['test/docs/pages.test.ts'], want: 'its line in the README' },
};

const [kind = '', id = '', ...rest] = process.argv.slice(2);
const tables = Object.hasOwn(kinds, kind) ? kinds[kind] : refuse(`Unknown kind “${kind}”. Kinds: ${Object.keys(kinds).join(', ')}.`);
if (rest.length > 0 || !/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id))
  refuse(`Invalid id “${id}”: kebab case is expected, such as grid-year.`);

const words = id.split('-');
const spellings = {
  __id__: id,
  __camel__: words.map((word, at) => (at === 0 ? word : word[0].toUpperCase() + word.slice(1))).join(''),
  __Pascal__: words.map((word) => word[0].toUpperCase() + word.slice(1)).join(''),
  __words__: words.join(' '),
  __Title__: words.join(' ').replace(/^./, (first) => first.toUpperCase()),
};
const reserved =
  /^(?:index|ids|messages|new|default|class|function|import|export|in|is|of|test|use|var|let|const|void|with|yield|delete|do|else|for|if|null|return|switch|this|throw|true|false|try|typeof|while|enum|super|case|catch|break|continue|debugger|extends|finally|instanceof)$/;
if (reserved.test(id) || !/^[a-z]/.test(spellings.__camel__)) refuse(`Invalid id “${id}”: the word is reserved.`);

const templates = join(root, 'scripts/new', kind);
const files = readdirSync(templates, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    return { path: spelt(path.slice(templates.length + 1).replace(/\.txt$/, '')), text: spelt(readFileSync(path, 'utf8')) };
  });

// Nothing is written before everything is known to fit, so that a refusal leaves the repository as it was.
for (const { path } of files) if (existsSync(join(root, path))) refuse(`${path} exists already.`);
const changed = new Map();
for (const edit of tables) edit(changed);

const before = new Map([...changed.keys()].map((path) => [path, readFileSync(join(root, path), 'utf8')]));
for (const { path, text } of [...files, ...[...changed].map(([path, text]) => ({ path, text }))]) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
// Sorts imports and wraps long lines, as lint wants them.
const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');
const sources = [...files.map(({ path }) => path), ...changed.keys()].filter((path) => /\.[cm]?[jt]s$/.test(path));
spawnSync(process.execPath, [biome, 'check', '--write', ...sources], { cwd: root, stdio: 'ignore' });
// A sorted import is parted from the comment on top of its file; the blank line is taken out again.
for (const path of changed.keys()) {
  const text = readFileSync(join(root, path), 'utf8');
  if (!parted.test(before.get(path))) writeFileSync(join(root, path), text.replace(parted, '$1'));
}
if (made[kind] !== undefined) spawnSync(process.execPath, [join(root, made[kind])], { cwd: root, stdio: 'inherit' });

console.log(`New: ${files.map(({ path }) => path).join(', ')}`);
if (changed.size > 0) console.log(`Listed in: ${[...changed.keys()].join(', ')} (at the end; move it to its place)`);
const { tests = [], want } = others[kind] ?? {};
const own = files.map(({ path }) => path).filter((path) => path.endsWith('.test.ts') && !tests.some((one) => path.startsWith(`${one}/`)));
console.log(`Next: npx vitest run --project unit ${[...own, ...tests].join(' ')}`);
console.log(`Its failures say what is left${want === undefined ? '' : `; also wanted: ${want}`}.`);
console.log(`CONTRIBUTING.md has the checklist “Add ${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}”.`);

function spelt(text) {
  return Object.entries(spellings).reduce((whole, [name, spelling]) => whole.replaceAll(name, spelling), text);
}

function refuse(why) {
  console.error(why);
  process.exit(2);
}

/** A change of a file: what is between a beginning and the bracket that closes it. */
function edited(file, begin, change) {
  return (changed) => {
    const text = changed.get(file) ?? readFileSync(join(root, file), 'utf8');
    const start = text.search(new RegExp(`${begin.replaceAll(/[{}]/g, '\\$&')}(?!\\w)`));
    // A declaration's type may hold brackets too; the value comes after the `=`.
    const from = start + begin.length + (/^[^=;]*?(?<!=)=(?!=|>)/.exec(text.slice(start + begin.length))?.[0].length ?? 0);
    const open = start < 0 ? -1 : text.slice(from).search(/[[{]/) + from;
    if (start < 0 || open < start + begin.length) throw new Error(`${file} has no “${begin}”, which scripts/new.mjs puts an entry into.`);
    const close = closing(text, open);
    const inner = text.slice(open + 1, close);
    changed.set(file, text.slice(0, open + 1) + change(inner) + text.slice(close));
  };
}

/** Where the bracket closes that opens at an offset; brackets in strings come in pairs here. */
function closing(text, open) {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if ('[{('.includes(text[at])) depth += 1;
    else if (']})'.includes(text[at])) depth -= 1;
    if (depth === 0) return at;
  }
  throw new Error('a bracket has no end');
}

/** At the end of a list, with a comma before it where there is none. */
function atEnd(inner, entry) {
  return `${inner.trimEnd().replace(/,$/, '')}, ${spelt(entry)}${inner.includes('\n') ? ',\n' : ''}`;
}

function inTuple(file, name) {
  return edited(file, `export const ${name} =`, (inner) => {
    if (new RegExp(`'${id}'`).test(inner)) refuse(`${file} has “${id}” already.`);
    return atEnd(inner, "'__id__'");
  });
}

function inObject(file, name, entry) {
  return edited(file, `export const ${name}`, (inner) => atEnd(inner, entry));
}

/** As `inObject`, in a table that its module keeps to itself. */
function inOwnObject(file, name, entry) {
  return edited(file, `const ${name}`, (inner) => atEnd(inner, entry));
}

function inArray(file, begin, entry) {
  return edited(file, begin, (inner) => atEnd(inner, entry));
}

/** Behind the last type of a union. */
function inUnion(file, name, entry) {
  return between(file, `type ${name} =`, ';', (union) => `${union.trimEnd()} | ${spelt(entry)}`);
}

/** Behind the last row of a Markdown table. */
function inTable(file, row) {
  return between(file, '\n|---', /(?<=\n)(?!\|)/, (rows) => `${rows.trimEnd()}\n${spelt(row)}\n`);
}

/** A change of a file: what is between a beginning and the first end after it. */
function between(file, begin, end, change) {
  return (changed) => {
    const text = changed.get(file) ?? readFileSync(join(root, file), 'utf8');
    const from = text.indexOf(begin) + begin.length;
    const length = text.slice(from).search(end);
    if (from < begin.length || length < 0) throw new Error(`${file} has no “${begin.trim()}”, which scripts/new.mjs puts an entry into.`);
    changed.set(file, text.slice(0, from) + change(text.slice(from, from + length)) + text.slice(from + length));
  };
}

/** Before the first import or export; lint sorts them. */
function withImport(file, line) {
  return (changed) => {
    const text = changed.get(file) ?? readFileSync(join(root, file), 'utf8');
    const at = text.search(new RegExp(`^${line.split(' ', 1)[0]} `, 'm'));
    changed.set(file, `${text.slice(0, at)}${spelt(line)}\n${text.slice(at)}`);
  };
}

function appended(file, text) {
  return (changed) => changed.set(file, (changed.get(file) ?? readFileSync(join(root, file), 'utf8')) + spelt(text));
}
