import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
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
function installed(): string {
  const home = mkdtempSync(join(folder, 'home-'));
  const modules = join(home, 'node_modules');
  mkdirSync(join(modules, 'carboncard'), { recursive: true });
  execFileSync('tar', ['-xzf', file, '-C', join(modules, 'carboncard'), '--strip-components=1']);
  for (const name of Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies })) {
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

describe('the package in an empty folder', () => {
  const home = installed();
  const five = blocksOf('README.md').find(({ text }) => text.startsWith('model: Kestrel 7B'))?.text ?? '';

  it('does the five lines of the README', () => {
    writeFileSync(join(home, 'carboncard.yaml'), five);
    const words = [join(home, 'node_modules/carboncard/dist/cli/main.js'), 'render', '--format', 'md,json,charts'];
    const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: home, encoding: 'utf8' });
    expect(status, stderr).toBe(0);
    expect(five).not.toBe('');
    expect(stdout).toContain('Kestrel 7B: 310 kg CO₂e');
    expect(readdirSync(join(home, 'reports/kestrel-7b')).toSorted()).toEqual(['assessment.json', 'carbon.md', 'charts', 'report.md']);
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
