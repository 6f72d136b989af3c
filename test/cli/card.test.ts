import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const manifest = 'model: Small\nhardware: 2 x A100 80GB\nduration: 40 h\nlocation: France\nyear: 2022\n';
const readme = '---\r\nlicense: mit # ours\r\n---\r\n\r\n# Small\r\n\r\nText.\r\n\r\n## Citation\r\n\r\nx';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'carboncard-card-'));
  writeFileSync(join(folder, 'carboncard.yaml'), manifest);
  writeFileSync(join(folder, 'README.md'), readme);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const path = (name: string) => join(folder, name);
const text = (name: string) => readFileSync(path(name), 'utf8');

function carboncard(args: string, input?: string, env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args.split(' ')], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    ...(input !== undefined && { input }),
  });
  return { status, stdout, stderr };
}

describe('carboncard card', () => {
  it('writes section, metadata and charts, and the second time nothing', () => {
    const first = carboncard('card README.md');
    expect([first.status, first.stdout]).toEqual([0, expect.stringContaining('Written: README.md')]);
    expect(first.stderr).toContain('git lfs track "carbon/*.png"');
    const card = text('README.md');
    expect(card).toMatch(/^---\r\nlicense: mit # ours\r\nco2_eq_emissions:\r\n {2}emissions: [\d.]+\r\n/);
    expect(
      card.replace(/\r\n\r\n<!-- carboncard:begin -->[\s\S]*<!-- carboncard:end -->/, '').replace(/co2_eq_emissions:\r\n( {2}.*\r\n)+/, ''),
    ).toBe(readme);
    expect(card.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const images = [...card.matchAll(/\]\((carbon\/[a-z]+\.png)\)/g)].map(([, image]) => image ?? '');
    expect(images).toContain('carbon/breakdown.png');
    for (const image of images) expect(readFileSync(path(image)).subarray(1, 4).toString()).toBe('PNG');
    const before = statSync(path('README.md')).mtimeMs;
    expect(carboncard('card README.md').stdout).toBe('README.md: nothing to change\n');
    expect([text('README.md'), statSync(path('README.md')).mtimeMs]).toEqual([card, before]);
  });

  it('links what it writes beside the card, and no more', () => {
    const linked = (): readonly string[] => [...text('README.md').matchAll(/\]\(([^)#]+)/g)].map(([, link]) => link ?? '');
    carboncard('card README.md --format md,json');
    expect(linked()).toEqual(['carbon/report.md', 'carbon/assessment.json', 'carbon/report.md']);
    expect(text('README.md')).not.toMatch(/<img|\.png|\.pdf/);
    carboncard('card README.md');
    expect(linked()).toEqual([
      'carbon/breakdown.png',
      'carbon/report.md',
      'carbon/carbon.pdf',
      'carbon/assessment.json',
      'carbon/report.md',
    ]);
    for (const file of linked()) expect(statSync(path(file)).size).toBeGreaterThan(0);
    expect(text('carbon/report.md')).toMatch(/^# Carbon footprint of Small\n[\s\S]*^## Method$/m);
    for (const [, image] of text('carbon/report.md').matchAll(/!\[[^\]]*\]\(([^)]+)\)/g))
      expect(existsSync(path(`carbon/${image}`))).toBe(true);
    expect(readFileSync(path('carbon/carbon.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('writes no PDF and no link to one where there is no browser, and says so', () => {
    const { status, stderr } = carboncard('card README.md --format md,pdf', undefined, { CARBONCARD_BROWSER: '/nowhere' });
    expect(status).toBe(0);
    expect(stderr).toContain('README.md: note[no-card-pdf]: carbon/carbon.pdf is not written, and the section does not link to it:');
    expect([existsSync(path('carbon/carbon.pdf')), text('README.md').includes('.pdf')]).toEqual([false, false]);
    expect(carboncard('check --card README.md --format md,pdf', undefined, { CARBONCARD_BROWSER: '/nowhere' }).status).toBe(0);
  });

  it('puts the whole report below the section, folded, where it is asked to', () => {
    carboncard('card README.md --format md,json --full');
    expect(text('README.md')).toMatch(
      /^## Environmental Impact\r\n[\s\S]*^<details>\r\n<summary>The whole report[\s\S]*^### Method\r\n[\s\S]*^<\/details>\r\n/m,
    );
    expect(carboncard('check --card README.md --format md,json').status).toBe(1);
    expect(carboncard('check --card README.md --format md,json --full').status).toBe(0);
    writeFileSync(path('carboncard.yaml'), `${manifest}output: { section: full }\n`);
    expect(carboncard('card README.md --format md,json').stdout).toBe('README.md: nothing to change\n');
  });

  it("names a figure of the author's own that stays and disagrees", () => {
    writeFileSync(path('README.md'), '# Small\n\n## Environmental Impact\n\n- **Carbon Emitted:** 12 t CO2eq\n');
    const { status, stderr } = carboncard('card README.md --format md,json');
    expect(status).toBe(0);
    expect(stderr).toMatch(
      /README\.md:\d+:\d+: warning\[section-disagrees\]: The text has 12 t CO2eq, the carbon section has [\d.]+ kg CO₂e\./,
    );
    expect(carboncard('audit README.md').status).toBe(1);
  });

  it('gives no hint where images are tracked', () => {
    writeFileSync(path('.gitattributes'), '*.bin filter=lfs\n*.png filter=lfs diff=lfs merge=lfs -text\n*.pdf filter=lfs -text\n');
    expect(carboncard('card README.md').stderr).toBe('');
  });

  it('shows what it would write, and writes nothing', () => {
    writeFileSync(path('README.md'), `${readme}\n\n## Environmental Impact\n\n- **Hardware Type:** [More Information Needed]\n`);
    const before = text('README.md');
    const { status, stdout } = carboncard('card README.md --dry-run');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^--- README\.md\n\+\+\+ README\.md\n@@ /);
    expect(stdout).toContain('\n-- **Hardware Type:** [More Information Needed]\n');
    expect(stdout).toContain('Replaced, line 15: - **Hardware Type:** [More Information Needed]\n');
    expect(stdout).toContain('carbon/breakdown.png');
    expect([text('README.md'), existsSync(path('carbon'))]).toEqual([before, false]);
  });

  it('takes a card from standard input and gives it back, to the last byte', () => {
    const input = '\uFEFF# M\r\rText';
    const { status, stdout, stderr } = carboncard('card -', input);
    expect([status, stderr.includes('no-images'), stdout.includes('carbon/')]).toEqual([0, true, false]);
    expect(stdout.startsWith('\uFEFF---\nco2_eq_emissions:\n')).toBe(true);
    expect(stdout.endsWith('<!-- carboncard:end -->')).toBe(true);
    expect(carboncard('card -', stdout).stdout).toBe(stdout);
    expect(readdirSync(folder).sort()).toEqual(['README.md', 'carboncard.yaml']);
  });

  it.each([
    ['card absent.md', 'absent.md: error[not-found]'],
    ['card .', '.: error[is-a-folder]'],
    ['card README.md -m absent.yaml', 'absent.yaml: error[not-found]'],
    ['card broken.md', 'broken.md:3:9: error[front-matter]'],
    ['card latin.md', 'latin.md:1:4: error[not-text]'],
    ['check carboncard.yaml other.yaml --card README.md', 'error[several-manifests]'],
  ])('ends %s with 2, says why, and writes nothing', (line, said) => {
    writeFileSync(path('broken.md'), '---\nlicense: mit\ntags: [a\n---\n');
    writeFileSync(path('latin.md'), Buffer.from('# M\u00e9', 'latin1'));
    writeFileSync(path('other.yaml'), manifest.replace('Small', 'Other'));
    const before = readdirSync(folder).map((name) => [name, text(name)]);
    const { status, stdout, stderr } = carboncard(line);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(said);
    expect(readdirSync(folder).map((name) => [name, text(name)])).toEqual(before);
  });

  it('writes the file behind a link, and keeps its mode', () => {
    mkdirSync(path('real'));
    writeFileSync(path('real/README.md'), readme);
    chmodSync(path('real/README.md'), 0o640);
    symlinkSync('real/README.md', path('LINK.md'));
    expect(carboncard('card LINK.md').status).toBe(0);
    expect(text('real/README.md')).toContain('carboncard:begin');
    expect(statSync(path('real/README.md')).mode & 0o777).toBe(0o640);
    expect(existsSync(path('real/carbon/breakdown.png'))).toBe(true);
  });

  it('leaves the old card or the new one when it is killed, at any moment', async () => {
    const start = performance.now();
    carboncard('card README.md --format md,json');
    const whole = performance.now() - start;
    const written = text('README.md');
    for (let round = 0; round <= 12; round += 1) {
      writeFileSync(path('README.md'), readme);
      await killed((whole * round) / 10);
      expect([readme, written]).toContain(text('README.md'));
    }
    expect(carboncard('card README.md --format md,json').status).toBe(0);
    expect([text('README.md'), readdirSync(folder).sort()]).toEqual([written, ['README.md', 'carbon', 'carboncard.yaml']]);
  }, 120_000);
});

function killed(delay: number): Promise<void> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [main, 'card', 'README.md', '--format', 'md,json'], { cwd: folder, stdio: 'ignore' });
    const timer = setTimeout(() => child.kill('SIGKILL'), delay);
    child.on('exit', () => {
      clearTimeout(timer);
      done();
    });
  });
}

describe('carboncard check', () => {
  const args = 'check carboncard.yaml -o out --format md,json --card README.md';

  it('is content with what is as it would be written', () => {
    carboncard('render carboncard.yaml -o out --format md,json');
    carboncard('card README.md --format md,json');
    expect(carboncard(args)).toEqual({
      status: 0,
      stdout: 'Up to date\n',
      stderr: expect.stringMatching(/^README\.md: the Hub reads [\d,]+\u202fg of CO₂e\.\n$/),
    });
    expect(JSON.parse(carboncard(`${args} --json`).stdout)).toMatchObject({
      upToDate: true,
      stale: [],
      unfinished: [],
      diagnostics: [],
    });
  });

  it('says that the Hub rejects a key of a card that is up to date', () => {
    writeFileSync(path('README.md'), '---\ntags: carbon\n---\n# Small\n');
    const written = carboncard('card README.md --format md,json');
    expect(written.stderr).toMatch(/README\.md:2:\d+: error\[hub-metadata\]: .*tags/);
    carboncard('render carboncard.yaml -o out --format md,json');
    expect(carboncard(args)).toMatchObject({ status: 1, stdout: 'Up to date, but the Hub rejects tags of README.md\n' });
  });

  it('ends with 1 where something differs, shows it, and says what fixes it', () => {
    expect(carboncard(args).stdout).toContain(
      'out/small/carbon.md: missing\nout/small/report.md: missing\nout/small/assessment.json: missing\n',
    );
    // More of one kind are counted.
    expect(carboncard('check carboncard.yaml -o out').stdout).toMatch(/^out\/small\/charts\/: \d files missing$/m);
    carboncard('render carboncard.yaml -o out --format md,json');
    carboncard('card README.md --format md,json');
    writeFileSync(path('carboncard.yaml'), manifest.replace('40 h', '41 h'));
    const { status, stdout, stderr } = carboncard(args);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^README\.md: the Hub reads [^\n]*\nWith --verbose: every line that differs\.\n$/);
    const change = /: [\d.]+ kg → [\d.]+ kg CO₂e\n/.source;
    expect(stdout).toMatch(new RegExp(`^README\\.md${change}[^]*^out/small/carbon\\.md${change}`, 'm'));
    expect(stdout).not.toContain('@@');
    expect(carboncard(`${args} --verbose`).stdout).toMatch(/README\.md: .* → .*\n@@ .*\n- {2}emissions: .*\n\+ {2}emissions: /);
    expect(stdout).toContain('To update: carboncard card README.md -m carboncard.yaml --format md,json\n');
    expect(stdout).toContain('To update: carboncard render carboncard.yaml -o out --format md,json\n');
    for (const [, command] of stdout.matchAll(/^To update: carboncard (.*)$/gm)) expect(carboncard(command ?? '').status).toBe(0);
    expect(carboncard(args).status).toBe(0);
  });

  it('says when only factors changed', () => {
    carboncard('render carboncard.yaml -o out --format json');
    const file = 'out/small/assessment.json';
    writeFileSync(path(file), text(file).replace(/"factors": "[\d-]+"/, '"factors": "2020-01"'));
    const { status, stdout } = carboncard('check -o out --format json');
    expect([status, stdout]).toEqual([1, expect.stringContaining('Only the factors changed: the report uses edition 2020-01')]);
  });

  it('checks a card alone where there are no reports, and says so', () => {
    carboncard('card README.md');
    const { status, stdout, stderr } = carboncard('check --card README.md');
    expect([status, stdout]).toEqual([0, 'Up to date\n']);
    expect(stderr).toContain('No folder reports/small: only the card was checked');
    rmSync(path('carbon/breakdown.png'));
    expect(carboncard('check --card README.md').stdout).toContain('carbon/breakdown.png: missing');
  });

  it('compares a PDF only where all else is as it should be', () => {
    carboncard('render carboncard.yaml -o out');
    expect(carboncard('check -o out')).toEqual({ status: 0, stdout: 'Up to date\n', stderr: '' });
    const pdf = readFileSync(path('out/small/carbon.pdf'));
    pdf.write('x', pdf.length - 3);
    writeFileSync(path('out/small/carbon.pdf'), pdf);
    expect(carboncard('check -o out').stdout).toContain('out/small/carbon.pdf: out of date');
    rmSync(path('out/small/carbon.md'));
    expect(carboncard('check -o out').stdout).not.toContain('carbon.pdf');
  });
});
