import { existsSync, readFileSync } from 'node:fs';

/**
 * Who may import whom: downwards only. `npm run layers` reads it; test/architecture.test.ts asserts that modules were
 * read and that each rule here catches a planted violation.
 */

/** What each folder may import beside itself, and why no more. Diagnostics and units are open to all. */
const layers = {
  units: { may: [], why: 'Quantities are the ground that all else stands on.' },
  diagnostics: {
    may: ['units'],
    why: 'Everyone reports diagnostics, so these may know nobody but the units that they name.',
  },
  factors: { may: [], why: 'A published number is true whatever manifest asks for it.' },
  trackers: { may: ['manifest', 'card'], why: 'A log, or a card, becomes manifest fields; what they come to is not its matter.' },
  manifest: {
    may: ['factors', 'formulas'],
    why: 'Names of devices and places resolve to factors, and records to the expressions that lines are made from; nothing is calculated yet.',
  },
  formulas: { may: ['factors'], why: 'Pure arithmetic can be checked by hand, away from any file format.' },
  components: {
    may: ['formulas', 'factors', 'manifest'],
    why: 'A component turns a phase into lines; totals and intervals come later.',
  },
  uncertainty: { may: ['formulas'], why: 'Intervals are drawn through the formulas, whatever phase they belong to.' },
  assess: {
    may: ['components', 'uncertainty', 'manifest', 'factors', 'formulas'],
    why: 'The assessment is finished before anybody thinks of how it looks.',
  },
  audits: {
    may: ['factors', 'manifest', 'card'],
    why: 'An audit questions an assessment or a claim; it makes neither.',
  },
  charts: { may: [], why: 'A chart reads the assessment and nothing else, so that every figure in it stands there.' },
  sections: {
    may: [],
    why: 'A section reads the assessment and nothing else, so that every figure in it stands there.',
  },
  explain: { may: [], why: 'An explanation reads the assessment and nothing else, so that it says what the report says.' },
  exchange: { may: [], why: 'A standard is another reading of the assessment.' },
  card: { may: [], why: 'A card is spliced by offset with the section that it is given.' },
  render: {
    may: ['sections', 'charts'],
    why: 'Rendering makes files of sections and charts; figures are decided before.',
  },
  io: { may: [], why: 'Files and clock serve whoever asks, and know nothing of footprints.' },
};

/** The result type, with the ids of phases and components: the words that all share. */
const assessmentType = '^src/assess/assessment\\.ts$';

/** The public API: one entry for everything, and one each for what loads neither charts nor browser. */
const entries = '^src/(?:index|schema|init|explain|factors|audit)\\.ts$';

/** Open to all but each other: `diagnostics` may import `units`, and not the other way. */
const ground = ['units', 'diagnostics'];

const downwards = Object.entries(layers).map(([folder, { may, why }]) => ({
  name: `${folder}-downwards`,
  comment: why,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: {
    path: '^src/',
    pathNot: [folder, ...may, ...(folder === 'units' ? [] : ground)].map((name) => `^src/${name}/`).concat(assessmentType),
    // Files are read for interfaces that are declared where they are used.
    ...(folder === 'io' ? { dependencyTypesNot: ['type-only'] } : {}),
  },
}));

/**
 * Folders of things that are alike: each member a file, perhaps with others that bear its name in front
 * (`breakdown.ts`, `breakdown-lines.ts`), and index.ts the table. All other files there are shared.
 */
const families = ['trackers', 'components', 'audits', 'charts', 'sections', 'exchange'];
const members = families.flatMap(membersOf).join('|') || 'none';
const memberFile = (folder, names) => `^src/${folder}/(${names})[-.]`;

/** What a table imports, but for the ids and types. */
function membersOf(folder) {
  const table = new URL(`src/${folder}/index.ts`, import.meta.url);
  if (!existsSync(table)) return [];
  const imports = readFileSync(table, 'utf8').matchAll(/^import \{[^}]*\} from '\.\/([a-z0-9-]+)\.js';$/gm);
  return [...imports].map(([, name]) => name).filter((name) => name !== 'ids');
}

/** Modules of Node that reach outside the process. */
const outside = 'fs|fs/promises|child_process|net|tls|dgram|dns|dns/promises|http|https|http2|cluster|inspector|repl';

export default {
  forbidden: [
    ...downwards,
    {
      name: 'assessment-plain',
      comment: 'It is open to all, and so may hold types and lists of ids and load nothing.',
      severity: 'error',
      from: { path: assessmentType },
      to: { dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-siblings',
      comment: 'One tracker, component, audit, chart or section can be added, read and removed without the others.',
      severity: 'error',
      from: { path: memberFile(`(${families.join('|')})`, members) },
      to: { path: memberFile('$1', members), pathNot: memberFile('$1', '$2') },
    },
    {
      name: 'pipeline-below-cli',
      comment: 'The pipeline is the public way on; whoever calls it may not be a terminal.',
      severity: 'error',
      from: { path: ['^src/pipeline(?:/|\\.ts$)', entries] },
      to: { path: '^src/cli/' },
    },
    {
      name: 'cli-public-api',
      comment: 'The command line can do what a program can do, and no more: it goes through the public API.',
      severity: 'error',
      from: { path: '^src/cli/' },
      to: { path: '^src/', pathNot: ['^src/cli/', entries, '^src/io/', '^src/diagnostics/', '^src/units/'] },
    },
    {
      name: 'cli-lazy',
      comment: 'Help, version and a mistyped word may not pay for what a command loads.',
      severity: 'error',
      from: { path: '^src/cli/', pathNot: '^src/cli/commands/' },
      to: { path: [entries, '^src/cli/commands/'], dynamic: false, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'outside-only-in-io',
      comment: 'What reads no file, no network and no clock gives the same bytes everywhere, and can be tested without them.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/io/' },
      to: { path: `^(?:node:)?(?:${outside})$` },
    },
    {
      name: 'browser-only-in-one-place',
      comment: 'Finding, owning and closing a browser is hard enough in one file.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/render/browser\\.ts$' },
      to: { path: '(?:^|node_modules/)puppeteer(?:-core)?(?:/|$)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-cycles',
      comment: 'In a cycle no file can be understood, or loaded, before the others.',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'What nobody imports is dead, or forgotten in a table.',
      severity: 'error',
      from: { orphan: true, path: '^src/' },
      to: {},
    },
    {
      name: 'no-tools-at-run-time',
      comment: 'An installed package has no devDependencies; their types are gone by then.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'declared-packages',
      comment: 'A package that package.json does not name is there by luck.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'resolvable',
      comment: 'A path that leads nowhere fails when it is loaded, which a lazy import puts off until a user does it.',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true, pathNot: '^puppeteer$' },
    },
  ],
  options: {
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.json', '.d.ts'],
    },
  },
};
