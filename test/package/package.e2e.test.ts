import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { blocksOf, root } from '../docs/blocks.js';

vi.setConfig({ testTimeout: 240_000 });

const folder = mkdtempSync(join(tmpdir(), 'carboncard-package-'));
afterAll(() => rmSync(folder, { recursive: true }));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
};

const packed = spawnSync('npm', ['pack', '--pack-destination', folder], { cwd: root, encoding: 'utf8' });
const file = join(folder, `carboncard-${manifest.version}.tgz`);

/** Sizes in bytes, by path in the package. */
const sizes = new Map(
  execFileSync('tar', ['-tvzf', file], { encoding: 'utf8', maxBuffer: 20_000_000 })
    .trim()
    .split('\n')
    .map((line) => {
      const [, , size = '', , , path = ''] = line.split(/\s+/);
      return [path.replace(/^package\//, ''), Number(size)] as const;
    }),
);

/** A folder of a user: the package unpacked, beside the packages that are installed with it, and nothing else. */
function installed(packages: readonly string[]): string {
  const home = mkdtempSync(join(folder, 'home-'));
  const modules = join(home, 'node_modules');
  mkdirSync(join(modules, 'carboncard'), { recursive: true });
  execFileSync('tar', ['-xzf', file, '-C', join(modules, 'carboncard'), '--strip-components=1']);
  for (const name of packages) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), join(modules, name));
  }
  return home;
}

describe('npm pack', () => {
  it('prints the name of the file alone, which is all that pre-commit reads, and no warning', () => {
    expect([packed.status, packed.stdout]).toEqual([0, `carboncard-${manifest.version}.tgz\n`]);
    expect(packed.stderr).not.toMatch(/npm (?:warn|error)/i);
  });

  it('leaves no shrinkwrap in the checkout', () => {
    expect(readdirSync(root)).not.toContain('npm-shrinkwrap.json');
  });

  it('has what is documented, and no stray files', () => {
    const roots = new Set([...sizes.keys()].map((path) => path.split('/')[0]));
    const expected = ['CHANGELOG.md', 'LICENSE', 'NOTICE', 'README.md', 'dist', 'docs', 'npm-shrinkwrap.json', 'package.json', 'templates'];
    expect([...roots].toSorted()).toEqual(expected.toSorted());
    expect(
      [...sizes.keys()].filter((path) => /(?:^|\/)(?:\.|test|fixtures)|\.(?:tmp|map|bin|ts)$/.test(path) && !path.endsWith('.d.ts')),
    ).toEqual([]);
    expect([...sizes.keys()].filter((path) => path.startsWith('dist/cli/') && path.endsWith('.d.ts'))).toEqual([]);
  });

  it('is as large as CONTRIBUTING says', () => {
    const [, small, large] =
      /(\d+\.\d) MB packed and (\d+\.\d) MB unpacked/.exec(readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8')) ?? [];
    const unpacked = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    const [isSmall, isLarge] = [statSync(file).size / 1e6 / Number(small), unpacked / 1e6 / Number(large)];
    expect(isSmall, `${statSync(file).size} bytes packed`).toBeGreaterThan(0.95);
    expect(isSmall, `${statSync(file).size} bytes packed`).toBeLessThan(1.05);
    expect(isLarge, `${unpacked} bytes unpacked`).toBeGreaterThan(0.95);
    expect(isLarge, `${unpacked} bytes unpacked`).toBeLessThan(1.05);
  });
});

describe('npm publish --dry-run', () => {
  it('warns of nothing but of who is not logged in', () => {
    const { status, stderr, stdout } = spawnSync('npm', ['publish', '--dry-run', file], { cwd: folder, encoding: 'utf8' });
    expect(status, stderr).toBe(0);
    const warnings = `${stdout}${stderr}`.split('\n').filter((line) => /npm (?:warn|error)/i.test(line));
    expect(warnings.filter((line) => !line.includes('requires you to be logged in'))).toEqual([]);
  });
});

const five = blocksOf('README.md').find(({ text }) => text.startsWith('model: Kestrel 7B'))?.text ?? '';

/** Runs the program that is installed in a folder, there. */
function run(home: string, words: readonly string[]) {
  return spawnSync(process.execPath, [join(home, 'node_modules/carboncard/dist/cli/main.js'), ...words], { cwd: home, encoding: 'utf8' });
}

describe('the package in an empty folder', () => {
  const home = installed(Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies }));

  it('does the five lines of the README', () => {
    writeFileSync(join(home, 'carboncard.yaml'), five);
    const { status, stdout, stderr } = run(home, ['render', '--format', 'md,json,charts']);
    expect(status, stderr).toBe(0);
    expect(five).not.toBe('');
    expect(stdout).toContain('Kestrel 7B: 310 kg CO₂e');
    expect(readdirSync(join(home, 'reports/kestrel-7b')).toSorted()).toEqual(['assessment.json', 'carbon.md', 'charts', 'report.md']);
  });

  it('fills a card, checks it, and begins a manifest from a log', () => {
    writeFileSync(join(home, 'README.md'), '# Kestrel\n\n## Environmental Impact\n\n- **Hardware Type:** [More Information Needed]\n');
    const card = run(home, ['card', 'README.md', '-m', 'carboncard.yaml']);
    expect(card.status, card.stderr).toBe(0);
    expect(readFileSync(join(home, 'README.md'), 'utf8')).toContain('co2_eq_emissions:\n  emissions: 311000\n');
    expect(readFileSync(join(home, 'carbon/carbon.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    expect(run(home, ['card', 'README.md', '-m', 'carboncard.yaml']).stdout).toContain('README.md: nothing to change');
    cpSync(join(root, 'fixtures/trackers/codecarbon/3.2.1_emissions.csv'), join(home, 'emissions.csv'));
    const init = run(home, ['init', 'emissions.csv', '-o', 'from-log.yaml']);
    expect(init.status, init.stderr).toBe(0);
    expect(readFileSync(join(home, 'from-log.yaml'), 'utf8')).toContain('from emissions.csv');
  });

  it('runs as a module of a program', () => {
    const program = "import { assess, parseManifest } from 'carboncard'; console.log(assess(parseManifest(process.argv[1])).model.name);";
    const words = ['--input-type=module', '-e', program, five];
    expect(execFileSync(process.execPath, words, { cwd: home, encoding: 'utf8' })).toBe('Kestrel 7B\n');
  });

  // Without `skipLibCheck`: every declaration that is shipped is checked, with no types but those that are installed.
  it.each([
    ['node16', 'node16'],
    ['esnext', 'bundler'],
  ])('has types for a consumer with `module: %s` and `moduleResolution: %s`', (module, moduleResolution) => {
    writeFileSync(
      join(home, 'consumer.ts'),
      `import { assess, type Assessment, checkReports, InputError, parseManifest, renderManifests } from 'carboncard';
import { manifestJsonSchema } from 'carboncard/schema';

const assessment: Assessment = assess(parseManifest('model: M'));
export const value: number | undefined = assessment.totals.development?.emissions.value;
export const ids: readonly string[] = assessment.lines.map(({ id }) => id);
export const schema: object = manifestJsonSchema();
export async function run(): Promise<boolean> {
  try {
    await renderManifests(['carboncard.yaml'], { outDir: 'reports', formats: ['md'] });
    const { stale } = await checkReports(['carboncard.yaml']);
    return stale.length === 0;
  } catch (error) {
    return error instanceof InputError && error.diagnostics.length > 0;
  }
}
// @ts-expect-error No such format.
export const wrong = renderManifests(['carboncard.yaml'], { formats: ['docx'] });
// @ts-expect-error A total may be absent.
export const none: number = assessment.totals.development.emissions.value;
`,
    );
    const options = { strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, skipLibCheck: false, noEmit: true };
    const compilerOptions = { ...options, target: 'ES2023', lib: ['ES2023', 'DOM'], module, moduleResolution, types: [] };
    writeFileSync(join(home, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(home, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['consumer.ts'] }));
    const tsc = fileURLToPath(new URL('node_modules/typescript/bin/tsc', `file://${root}`));
    const { stdout } = spawnSync(process.execPath, [tsc, '-p', home], { cwd: home, encoding: 'utf8' });
    expect(stdout).toBe('');
  });
});

describe('the package without optional packages', () => {
  const home = installed(Object.keys(manifest.dependencies));

  it('writes the same charts, by the slower rasteriser', () => {
    writeFileSync(join(home, 'carboncard.yaml'), five);
    const whole = installed(Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies }));
    writeFileSync(join(whole, 'carboncard.yaml'), five);
    for (const folder of [home, whole]) {
      const { status, stderr } = run(folder, ['render', '--format', 'charts']);
      expect([status, stderr.includes('error')], stderr).toEqual([0, false]);
    }
    const charts = 'reports/kestrel-7b/charts';
    expect(readdirSync(join(home, charts)).filter((name) => name.endsWith('.png'))).toEqual(['breakdown.png', 'contributions.png']);
    for (const name of readdirSync(join(whole, charts)))
      expect(readFileSync(join(home, charts, name)).equals(readFileSync(join(whole, charts, name))), name).toBe(true);
  });

  it('says that collect needs DuckDB, and how to install it; nothing else is missing', () => {
    writeFileSync(join(home, 'power.csv'), 'timestamp,device,power_w\n2024-01-01T00:00:00Z,0,100\n2024-01-01T00:00:10Z,0,120\n');
    const { status, stderr } = run(home, ['collect', 'power.csv']);
    expect(status).toBe(3);
    expect(stderr).toContain('DuckDB, which reads telemetry, is not installed');
    expect(stderr).toContain(`npm install @duckdb/node-api@${manifest.optionalDependencies['@duckdb/node-api']}`);
    expect(readdirSync(home)).not.toContain('power.measurement.json');
  });
});
