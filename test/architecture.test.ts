import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Files of src that break one rule each; the key is the rule. */
const planted: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'units-downwards': { 'units/bad.ts': "import '../diagnostics/fine.js';", 'diagnostics/fine.ts': '' },
  'assessment-downwards': { 'assessment/bad.ts': "import '../diagnostics/fine.js';" },
  'diagnostics-downwards': { 'diagnostics/bad.ts': "import '../factors/fine.js';", 'factors/fine.ts': '' },
  'io-downwards': { 'io/bad.ts': "import '../render/fine.js';", 'render/fine.ts': '' },
  'factors-downwards': { 'factors/bad.ts': "import '../search/fine.js';", 'search/fine.ts': '' },
  'search-downwards': { 'search/bad.ts': "import '../manifest/fine.js';", 'manifest/fine.ts': '' },
  'plausibility-downwards': { 'plausibility/bad.ts': "import '../manifest/fine.js';" },
  'measurement-downwards': { 'measurement/bad.ts': "import '../manifest/fine.js';" },
  'telemetry-downwards': { 'telemetry/bad.ts': "import '../manifest/fine.js';" },
  'library-downwards': { 'library/bad.ts': "import '../manifest/fine.js';" },
  'formulas-downwards': { 'formulas/bad.ts': "import '../factors/fine.js';" },
  'card-downwards': { 'card/bad.ts': "import '../sections/fine.js';", 'sections/fine.ts': '' },
  'manifest-downwards': { 'manifest/bad.ts': "import '../factors/fine.js';" },
  'trackers-downwards': { 'trackers/bad.ts': "import '../factors/fine.js';" },
  'runs-downwards': { 'runs/bad.ts': "import '../resolve/fine.js';", 'resolve/fine.ts': '' },
  'init-downwards': { 'init/bad.ts': "import '../resolve/fine.js';" },
  'resolve-downwards': { 'resolve/bad.ts': "import '../components/fine.js';", 'components/fine.ts': '' },
  'components-downwards': { 'components/bad.ts': "import '../assess/fine.js';", 'assess/fine.ts': '' },
  'uncertainty-downwards': { 'uncertainty/bad.ts': "import '../manifest/fine.js';" },
  'assess-downwards': { 'assess/bad.ts': "import '../charts/fine.js';", 'charts/fine.ts': '' },
  'what-if-downwards': { 'what-if/bad.ts': "import '../charts/fine.js';" },
  'claims-downwards': { 'claims/bad.ts': "import '../resolve/fine.js';" },
  'audits-downwards': { 'audits/bad.ts': "import '../charts/fine.js';" },
  'charts-downwards': { 'charts/bad.ts': "import '../factors/fine.js';" },
  'sections-downwards': { 'sections/bad.ts': "import type { A } from '../assess/fine.js';" },
  'explain-downwards': { 'explain/bad.ts': "import '../factors/fine.js';" },
  'render-downwards': { 'render/bad.ts': "import '../manifest/fine.js';" },
  'overview-downwards': { 'overview/bad.ts': "import '../assess/fine.js';" },
  'compare-downwards': { 'compare/bad.ts': "import '../charts/fine.js';" },
  'comparison-downwards': { 'comparison/bad.ts': "import '../assess/fine.js';" },
  'outputs-downwards': { 'outputs/bad.ts': "import '../assess/fine.js';" },
  'calculator-downwards': { 'calculator/bad.ts': "import '../io/fine.js';", 'io/fine.ts': '' },
  'site-downwards': { 'site/bad.ts': "import '../io/fine.js';" },
  'verbs-downwards': { 'verbs/bad.ts': "import '../cli/fine.js';", 'cli/fine.ts': '' },
  'cli-downwards': { 'cli/bad.ts': "import '../assess/fine.js';" },
  'registry-ids-plain': { 'charts/ids.ts': "import '../units/fine.js';", 'units/fine.ts': '' },
  'no-siblings': { 'charts/use.ts': "import './breakdown-lines.js';", 'charts/breakdown-lines.ts': '' },
  'public-api-on-top': { 'units/top.ts': "import '../index.js';", 'index.ts': '' },
  'cli-lazy': { 'cli/eager.ts': "import './commands/render.js';", 'cli/commands/render.ts': '' },
  'outside-only-in-io': { 'render/files.ts': "import { readFile } from 'node:fs/promises';" },
  'site-without-node': { 'site/paths.ts': "import { join } from 'node:path';" },
  'site-rooms': { 'site/search/bad.ts': "import '../calculator/fine.js';", 'site/calculator/fine.ts': '' },
  'browser-only-in-one-place': { 'render/pdf.ts': "import 'puppeteer-core';" },
  'no-cycles': { 'units/a.ts': "import './b.js';", 'units/b.ts': "import './a.js';" },
  'no-orphans': { 'units/alone.ts': 'export const alone = 1;' },
  'no-tools-at-run-time': { 'units/tool.ts': "import 'typescript';" },
  'declared-packages': { 'units/lucky.ts': "import 'semver';" },
  'resolvable': { 'units/lost.ts': "import './nowhere.js';" },
};

/** What the config forbids, applied to a tree. */
async function cruised(baseDir: string): Promise<ICruiseResult> {
  const options = await extractOptions(join(root, '.dependency-cruiser.mjs'));
  const { output } = await cruise(['src'], { ...options, baseDir });
  if (typeof output === 'string') throw new TypeError('A report came instead of the result');
  return output;
}

describe('who may import whom', () => {
  let result: ICruiseResult;
  beforeAll(async () => {
    result = await cruised(root);
  }, 60_000);

  // With TypeScript 7 the cruiser reads no module, finds nothing wrong and is content.
  it('is asked of every module', () => {
    const modules = result.modules.filter(({ source }) => source.startsWith('src/'));
    const written = sourceFiles().filter((name) => name.endsWith('.ts'));
    expect(modules.length).toBeGreaterThan(40);
    expect(modules.map(({ source }) => source)).toEqual(expect.arrayContaining(written));
    expect(modules.flatMap(({ dependencies }) => dependencies).length).toBeGreaterThan(modules.length);
  });

  it('is settled for every folder', async () => {
    const { ruleSet } = await extractOptions(join(root, '.dependency-cruiser.mjs'));
    const rules = ruleSet?.forbidden?.map(({ name }) => name) ?? [];
    const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(rules).toEqual(expect.arrayContaining(folders.map(({ name }) => `${name}-downwards`)));
  });

  it('is kept', () => {
    const broken = result.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
    expect(broken).toEqual([]);
  });
});

describe('a planted violation is found', () => {
  const tree = mkdtempSync(join(tmpdir(), 'carboncard-layers-'));
  let found: readonly string[] = [];
  beforeAll(async () => {
    for (const files of Object.values(planted)) {
      for (const [name, text] of Object.entries(files)) {
        mkdirSync(dirname(join(tree, 'src', name)), { recursive: true });
        writeFileSync(join(tree, 'src', name), text);
      }
    }
    for (const name of ['package.json', 'tsconfig.json', 'node_modules']) symlinkSync(join(root, name), join(tree, name));
    const { summary } = await cruised(tree);
    found = summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`);
  }, 60_000);
  afterAll(() => rmSync(tree, { recursive: true }));

  it.each(Object.entries(planted))('%s', (rule, files) => {
    const [culprit = ''] = Object.keys(files);
    expect(found).toContain(`${rule}: src/${culprit}`);
  });

  it('for every rule there is', async () => {
    const { ruleSet } = await extractOptions(join(root, '.dependency-cruiser.mjs'));
    const names = ruleSet?.forbidden?.map(({ name }) => name);
    expect(Object.keys(planted)).toEqual(expect.arrayContaining(names ?? ['none']));
  });
});

/** What no import tells: words that only certain files may hold. */
const reserved: readonly { readonly what: string; readonly pattern: RegExp; readonly only: RegExp }[] = [
  {
    what: 'the clock',
    pattern: /\bnew Date\b|\bDate\.now\b|\bperformance\.now\b|\bhrtime\b/,
    only: /^src\/io\/clock\.ts$/,
  },
  { what: 'the locale', pattern: /\btoLocale|\blocaleCompare\b|\bIntl\./, only: /^$/ },
  { what: 'the end of the process', pattern: /\bprocess\.exit\b/, only: /^src\/cli\/main\.ts$/ },
  { what: 'stdout and stderr', pattern: /\bprocess\.std(?:out|err)\b|\bconsole\.\w/, only: /^src\/cli\/terminal\.ts$/ },
  { what: 'chance', pattern: /\bMath\.random\b|\brandomBytes\b|\brandomUUID\b/, only: /^src\/io\// },
];

describe('only one place knows', () => {
  it.each(reserved)('$what', ({ pattern, only }) => {
    const users = sourceFiles().filter((name) => pattern.test(readFileSync(join(root, name), 'utf8')));
    expect(users.filter((name) => !only.test(name))).toEqual([]);
  });
});

function sourceFiles(): readonly string[] {
  const names = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.ts')).map((name) => `src/${name}`);
}
