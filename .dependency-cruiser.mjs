import { existsSync, readFileSync } from 'node:fs';

/**
 * Who may import whom: downwards only. `npm run layers` reads it; test/architecture.test.ts asserts that modules were
 * read and that each rule here catches a planted violation.
 */

/** What each folder may import beside itself and the ground, lowest first, and why no more. */
const layers = {
  units: { may: [], why: 'Quantities are the ground that everything else stands on.' },
  assessment: { may: ['units'], why: 'The result type is the contract that every reader of a result shares.' },
  diagnostics: { may: ['units', 'assessment'], why: 'Every stage reports diagnostics, so they depend on no stage.' },
  io: { may: [], why: 'Files, processes and the clock serve every caller and know nothing of footprints.' },
  factors: { may: [], why: 'A published figure is true whatever manifest asks for it.' },
  search: { may: ['factors'], why: 'A place or device is looked up in the tables, and nowhere else.' },
  plausibility: { may: ['factors'], why: 'Whether a figure can be is asked in one place, of records, logs and claims alike.' },
  measurement: { may: [], why: 'What telemetry amounts to is one type, which `collect` writes and a reader of logs reads.' },
  library: { may: ['io'], why: 'A published model is a text; whoever asks for it parses it as any other manifest.' },
  formulas: { may: [], why: 'Pure arithmetic can be checked by hand, without a file format or a table.' },
  card: { may: [], why: 'A card is spliced by offset with the section that it is given.' },
  manifest: { may: [], why: 'A manifest is read as text: nothing is looked up and nothing is calculated.' },
  claims: {
    may: ['card', 'factors', 'search', 'plausibility'],
    why: 'A claim is read from a text or an assessment; it is not judged here.',
  },
  trackers: {
    may: ['manifest', 'card', 'claims', 'plausibility', 'measurement'],
    why: 'A log becomes runs; what they amount to is decided later. A card is read as an audit reads it.',
  },
  telemetry: {
    may: ['measurement', 'plausibility', 'trackers'],
    why: 'What is asked of a database or a server, and what its rows amount to; whoever calls it has the connection.',
  },
  runs: { may: ['trackers', 'manifest', 'plausibility'], why: 'Runs become fields of a phase, in the terms of the manifest.' },
  init: { may: ['runs', 'trackers', 'manifest'], why: 'A new manifest is written from runs or answers; nothing is assessed.' },
  resolve: {
    may: ['manifest', 'factors', 'search', 'formulas', 'plausibility'],
    why: 'Records and factors meet here, once for a manifest.',
  },
  components: {
    may: ['resolve', 'formulas', 'factors'],
    why: 'A component turns a resolved phase into a line; totals and intervals come later.',
  },
  uncertainty: { may: ['formulas'], why: 'Intervals are sampled through formulas, whatever phase they belong to.' },
  assess: {
    may: ['components', 'uncertainty', 'resolve', 'plausibility', 'formulas', 'factors', 'manifest'],
    why: 'The assessment is finished before anything is rendered.',
  },
  audits: { may: ['claims', 'factors', 'plausibility'], why: 'An audit questions claims; it reads no text and makes no assessment.' },
  charts: { may: [], why: 'A chart reads the assessment alone, so that every figure in it is in the assessment.' },
  sections: { may: [], why: 'A section reads the assessment alone, so that every figure in it is in the assessment.' },
  explain: { may: [], why: 'An explanation reads the assessment alone, so that it agrees with the report.' },
  render: {
    may: ['sections', 'charts', 'io'],
    why: 'Rendering turns sections and charts into text, pages and pixels, with the browser that it is given.',
  },
  'what-if': {
    may: ['assess', 'components', 'uncertainty', 'resolve', 'search', 'formulas', 'factors', 'manifest'],
    why: 'An alternative is the same manifest with one thing changed, resolved and assessed in the same way.',
  },
  overview: {
    may: ['charts', 'sections', 'render', 'what-if'],
    why: 'A page of many reports shows their totals as each assessment has them; it adds nothing up.',
  },
  compare: {
    may: ['formulas', 'uncertainty', 'resolve', 'components'],
    why: 'Models are compared from the expressions of their lines and their assessments; no file is read, nothing is rendered.',
  },
  comparison: {
    may: ['compare', 'overview', 'charts', 'render'],
    why: 'The pages of a comparison show what was compared; they calculate nothing.',
  },
  outputs: { may: ['render', 'sections', 'charts'], why: 'A format turns the assessment into files; it decides no figure.' },
  calculator: {
    may: [
      ...[
        'manifest',
        'factors',
        'search',
        'runs',
        'trackers',
        'init',
        'resolve',
        'assess',
        'charts',
        'sections',
        'explain',
        'render',
        'outputs',
      ],
      // What of the commands needs no Node: a log as runs, the files that a manifest names, and texts as a terminal has them.
      ...['verbs/shared/logs', 'verbs/shared/named', 'cli/texts'],
    ],
    why: 'The way from a text to what a page shows; whoever calls it has the templates and the fonts.',
  },
  site: {
    may: ['calculator', 'render', 'sections', 'factors/grid'],
    why: 'What runs in a browser shows what the calculator answers, and calculates nothing; the filter of tables has the names of countries.',
  },
  verbs: {
    may: [
      ...['io', 'factors', 'search', 'plausibility', 'card', 'manifest', 'trackers', 'runs', 'init', 'resolve', 'assess', 'claims'],
      ...['audits', 'measurement', 'telemetry'],
      ...['charts', 'sections', 'explain', 'render', 'overview', 'outputs', 'library', 'compare', 'comparison', 'what-if'],
    ],
    why: 'A verb is the way from files to files; whoever calls it need not be a terminal.',
  },
  cli: { may: ['verbs', 'io'], why: 'The command line can do what a program can do, and no more.' },
};

/** Open to every layer above them. */
const ground = ['units', 'assessment', 'diagnostics'];

/** Ids of a registry: words that a manifest may use, in a file that imports nothing. */
const registryIds = '^src/[a-z]+/ids\\.ts$';

const downwards = Object.entries(layers).map(([folder, { may, why }]) => ({
  name: `${folder}-downwards`,
  comment: why,
  severity: 'error',
  from: { path: `^src/${folder}/`, pathNot: registryIds },
  to: {
    path: '^src/',
    pathNot: [folder, ...may, ...(ground.includes(folder) ? [] : ground)].map((name) => `^src/${name}/`).concat(registryIds),
  },
}));

/**
 * Registries: each entry a file or a folder, perhaps with files that bear its name in front (`csv.ts`, `csv-rows.ts`),
 * and index.ts the table. All other files there are shared.
 */
const registries = ['trackers', 'components', 'audits', 'charts', 'sections', 'outputs'];
const entryFile = (folder, names) => `^src/${folder}/(${names})[-./]`;

/** What the table of a registry imports, at once or when it is asked for. */
function entriesOf(folder) {
  const table = new URL(`src/${folder}/index.ts`, import.meta.url);
  if (!existsSync(table)) return [];
  const text = readFileSync(table, 'utf8');
  const imports = text.matchAll(
    /^import \{[^}]*\} from '\.\/([a-z0-9-]+)(?:\/[a-z0-9-]+)?\.js';$|\bimport\('\.\/([a-z0-9-]+)(?:\/[a-z0-9-]+)?\.js'\)/gm,
  );
  return [...imports].map(([, eager, lazy]) => eager ?? lazy).filter((name) => name !== 'ids');
}

/** One rule for each registry: what is an entry of one may be a shared folder of another. */
const siblings = registries.map((folder) => {
  const entries = entriesOf(folder).join('|') || 'none';
  return {
    name: 'no-siblings',
    comment: 'One tracker, component, audit, chart, section or output can be added, read and removed without the others.',
    severity: 'error',
    from: { path: entryFile(folder, entries) },
    to: { path: entryFile(folder, entries), pathNot: entryFile(folder, '$1') },
  };
});

/** Modules of Node that reach outside the process. */
const outside = 'fs|fs/promises|child_process|net|tls|dgram|dns|dns/promises|http|https|http2|cluster|inspector|repl';

export default {
  forbidden: [
    ...downwards,
    {
      name: 'registry-ids-plain',
      comment: 'The ids of a registry are open to every layer, so they are words and import nothing.',
      severity: 'error',
      from: { path: registryIds },
      to: {},
    },
    ...siblings,
    {
      name: 'public-api-on-top',
      comment: 'The public API lists what there is; nothing inside is built on the list.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/index\\.ts$' },
      to: { path: '^src/index\\.ts$' },
    },
    {
      name: 'cli-lazy',
      comment: 'Help, version and a mistyped word must not pay for what a verb loads.',
      severity: 'error',
      from: { path: '^src/cli/', pathNot: '^src/cli/commands/' },
      to: { path: ['^src/verbs/', '^src/cli/commands/'], dynamic: false, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'outside-only-in-io',
      comment: 'What reads no file, no network and no clock gives the same bytes everywhere, and can be tested without them.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/io/' },
      to: { path: `^(?:node:)?(?:${outside})$` },
    },
    {
      name: 'site-without-node',
      comment: 'A browser has no module of Node. The build of the site fails where one is reached through other modules.',
      severity: 'error',
      from: { path: ['^src/site/', '^src/calculator/'] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'site-rooms',
      comment: 'A page of the site loads what it needs: the search is on every page, and the calculator is large.',
      severity: 'error',
      from: { path: '^src/site/([a-z-]+)/' },
      to: { path: '^src/site/[a-z-]+/', pathNot: '^src/site/$1/' },
    },
    {
      name: 'browser-only-in-one-place',
      comment: 'Starting a browser, and ending it, is hard enough in one file.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/render/browser-launch\\.ts$' },
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
      // Nobody imports a declaration of types, the worker of the site that a browser starts by itself, and what its build puts in the place of
      // a package.
      from: { orphan: true, path: '^src/', pathNot: ['\\.d\\.ts$', '^src/site/[a-z]+/(?:offline\\.js|brotli\\.ts)$'] },
      to: {},
    },
    {
      name: 'no-tools-at-run-time',
      comment:
        'An installed package has no devDependencies; their types are gone by then. The site is no part of it: its build bundles all.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/site/' },
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
