import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { run } from '../../../src/cli/run.js';
import { type Diagnostic, InputError, MissingError } from '../../../src/diagnostics/diagnostic.js';
import { FileError, WriteError } from '../../../src/io/files.js';
import { outputIds, outputTexts } from '../../../src/outputs/ids.js';
import type { Batch, BatchReport, renderBatch as renderVerb } from '../../../src/verbs/render.js';
import type { Look, watchReports as watchVerb } from '../../../src/verbs/watch.js';
import { type ScreenOptions, screen } from './streams.js';

const { renderBatch, watchReports } = vi.hoisted(() => ({
  renderBatch: vi.fn<typeof renderVerb>(),
  watchReports: vi.fn<typeof watchVerb>(),
}));
vi.mock('../../../src/verbs/render.js', () => ({ renderBatch }));
vi.mock('../../../src/verbs/watch.js', () => ({ watchReports }));

const report: BatchReport = {
  manifest: 'bloom.yaml',
  slug: 'bloom',
  folder: 'reports/bloom',
  files: ['carbon.md', 'assessment.json'],
  state: 'written',
  totals: {},
  diagnostics: [
    { id: 'some-warning', severity: 'warning', message: 'Look at this.' },
    { id: 'some-note', severity: 'note', message: 'Assumed that.' },
  ],
  formatNotes: [],
  headline: {
    total: 'BLOOM\u001b[2J: 50.5 t CO₂e',
    interval: '38–71 t CO₂e',
    largest: ['computing 24.7 t CO₂e', 'idle machines 14.6 t CO₂e'],
    assumed: [],
  },
};

interface Trial extends ScreenOptions {
  /** What `renderBatch` throws. */
  readonly fails?: unknown | undefined;
  readonly reports?: readonly BatchReport[] | undefined;
  readonly refused?: Batch['refused'] | undefined;
  readonly diagnostics?: readonly Diagnostic[] | undefined;
  readonly index?: Batch['index'];
  readonly others?: Batch['others'];
}

async function typed(line: string, trial: Trial = {}) {
  const { fails, reports = [report], refused = [], diagnostics = [], index, others, env = {}, ...options } = trial;
  renderBatch.mockReset();
  renderBatch.mockImplementation(async () => {
    if (fails !== undefined) throw fails;
    return { reports, refused, diagnostics, index, others };
  });
  const { terminal, stdout, stderr } = screen({ env, ...options });
  const argv = line === '' ? [] : line.split(' ').map((word) => (word === "''" ? '' : word));
  const code = await run(argv, { terminal, env });
  return { code, stdout: stdout(), stderr: stderr(), calls: renderBatch.mock.calls };
}

const wrong: Diagnostic = { id: 'some-error', severity: 'error', message: 'Wrong.' };

describe('render', () => {
  it('takes ./carboncard.yaml to reports', async () => {
    const { code, calls } = await typed('render');
    expect(code).toBe(0);
    expect(calls).toMatchObject([[['carboncard.yaml'], { outDir: 'reports', formats: undefined }]]);
  });

  it('hands on what it is given', async () => {
    const { calls } = await typed('render a.yaml b.json -o out --format pdf,md --format md --templates mine', {
      env: { SOURCE_DATE_EPOCH: '86400' },
    });
    const options = { outDir: 'out', formats: ['md', 'pdf'], templates: 'mine', sourceDateEpoch: '86400' };
    expect(calls).toMatchObject([[['a.yaml', 'b.json'], options]]);
  });

  it('ends with the total, and talks of warnings and the next step elsewhere', async () => {
    const { stdout, stderr } = await typed('render');
    expect(stdout).toBe(
      [
        'BLOOM␛[2J: 50.5 t CO₂e',
        '38–71 t CO₂e',
        'Largest parts: computing 24.7 t CO₂e, idle machines 14.6 t CO₂e',
        'Assumed: nothing',
        'Written: reports/bloom (carbon.md, assessment.json)',
        '',
      ].join('\n'),
    );
    expect(stderr).toBe('bloom.yaml: warning[some-warning]: Look at this.\nNext: carboncard card README.md -m bloom.yaml\n');
  });

  it('prints the notes of its formats, and none of the assessment', async () => {
    const formatNotes: readonly Diagnostic[] = [
      { id: 'carbontxt-no-domain', severity: 'note', message: 'No domain.', expected: 'Add `report: { domain: example.org }`' },
    ];
    const { stderr } = await typed('render', {
      reports: [{ ...report, formatNotes, diagnostics: [...report.diagnostics, ...formatNotes] }],
    });
    expect(stderr).toContain('bloom.yaml: note[carbontxt-no-domain]: No domain.\n');
    expect(stderr.match(/domain: example\.org/g)).toHaveLength(1);
    expect(stderr).not.toContain('Assumed that.');
  });

  it('names the card beside a manifest of another folder, and none where there is none', async () => {
    const next = async (manifest: string) => (await typed('render', { reports: [{ ...report, manifest }] })).stderr;
    expect(await next('fixtures/cards/small-lm/after/carboncard.yaml')).toContain(
      'Next: carboncard card fixtures/cards/small-lm/after/README.md -m fixtures/cards/small-lm/after/carboncard.yaml\n',
    );
    expect(await next('fixtures/runs/bloom/carboncard.yaml')).not.toContain('Next:');
  });

  it('says where the report has the assumptions that it only counts, by the headings of the report', async () => {
    const assumed = Array.from({ length: 7 }, (_, n) => ({ text: `thing ${n}` }));
    const { stdout } = await typed('render', { reports: [{ ...report, headline: { ...report.headline, assumed } }] });
    expect(stdout).toContain('  and 2 more: in the report, below Inputs (as assumed) and Fallbacks and open questions\n');
    const heading = (section: string) => readFileSync(`templates/sections/${section}.md`, 'utf8').split('\n', 1)[0];
    expect([heading('factors'), heading('assumptions')]).toEqual(['## Inputs', '### Fallbacks and open questions']);
  });

  it('has a block for each of a few, a line for each of many, and no next step', async () => {
    const { stdout, stderr } = await typed('render a b', { reports: [report, report] });
    expect(stdout.split('\n\n').map((block) => block.trim().split('\n').length)).toEqual([5, 5, 1]);
    expect(stderr).not.toContain('Next:');
    const many = await typed('render a b c d', { reports: [report, report, report, report] });
    expect(many.stdout).toBe(`${'reports/bloom: BLOOM␛[2J: 50.5 t CO₂e; 38–71 t CO₂e\n'.repeat(4)}4 written\n`);
  });

  it('has one line and no talk with --quiet, but still says what is wrong', async () => {
    const { stdout, stderr } = await typed('render --quiet', { isTTY: true });
    expect([stdout, stderr]).toEqual(['reports/bloom: BLOOM␛[2J: 50.5 t CO₂e; 38–71 t CO₂e\n', '']);
    const failed = await typed('render --quiet', { fails: new InputError([wrong]) });
    expect([failed.code, failed.stderr]).toEqual([2, 'error[some-error]: Wrong.\n']);
  });

  it('has the counts alone of several with --quiet', async () => {
    const index = { folder: 'reports', files: ['index.md'], state: 'unchanged' } as const;
    const { stdout } = await typed('render a b --quiet', { reports: [report, { ...report, state: 'unchanged' }], index, others: ['old'] });
    expect(stdout).toBe('1 written, 1 unchanged\n');
  });

  it('names reports in the folder that it did not make', async () => {
    const index = { folder: 'reports', files: ['index.md'], state: 'written' } as const;
    const both = { reports: [report, report], index };
    const { stdout } = await typed('render a b', { ...both, others: ['old', 'older'] });
    expect(stdout).toContain('Also in reports/: old, older, from other manifests; delete their folders to leave them out of the index\n');
    const many = Array.from({ length: 13 }, (_, n) => `m${n}`);
    expect((await typed('render a b', { ...both, others: many })).stdout).toContain('m8, m9, 3 more, from');
    const refused = [{ manifest: 'b.yaml', error: new InputError([wrong]) }];
    const kept = await typed('render a b', { ...both, refused, others: ['b'] });
    expect(kept.stdout).toContain('Also in reports/, from earlier runs: b. Old reports of manifests with faults stay as they were.\n');
    expect(kept.stdout).not.toContain('delete');
  });

  it('says that a shard is empty', async () => {
    const { code, stdout } = await typed('render a b --shard 3/5', { reports: [] });
    expect([code, stdout]).toEqual([0, 'No manifests in shard 3 of 5.\n']);
  });

  it('takes no manifests with --index', async () => {
    for (const named of ['a.yaml', 'carboncard.yaml']) {
      const { code, stderr, calls } = await typed(`render ${named} --index`);
      expect([code, calls]).toEqual([2, []]);
      expect(stderr).toContain('Contradictory: manifests and `--index`');
    }
  });

  it('opens nothing where nobody looks', async () => {
    const { code, stderr } = await typed('render --open --quiet');
    expect([code, stderr]).toEqual([0, '']);
    expect((await typed('render --open')).stderr).toContain(
      'note[not-opened]: reports/bloom/carbon.md was not opened: nobody is at a terminal.\n',
    );
    expect((await typed('render --open', { isTTY: true, env: { CI: 'true' } })).stderr).toContain('not opened: nobody');
  });

  it('has one JSON document for programs, and no talk', async () => {
    const { stdout, stderr } = await typed('render --json');
    const { manifest, slug, folder, files, state } = report;
    const machine = { manifest, slug, folder, state, files, totals: {}, diagnostics: report.diagnostics };
    expect(JSON.parse(stdout)).toEqual({ reports: [machine], diagnostics: [] });
    expect(stderr).toBe('');
  });

  it('goes on after a manifest with a fault, and ends with what is wrong', async () => {
    const refused = [{ manifest: 'b.yaml', error: new InputError([wrong]) }];
    const { code, stdout, stderr } = await typed('render a b', { refused });
    expect(code).toBe(2);
    expect(stdout.split('\n').at(-2)).toBe('1 written, 1 not written');
    expect(stderr.endsWith('error[some-error]: Wrong.\nNext: carboncard card README.md -m bloom.yaml\n')).toBe(true);
    const machine = await typed('render a b --json', {
      refused: [...refused, { manifest: 'c', error: new MissingError('No browser', 'x') }],
    });
    expect([machine.code, JSON.parse(machine.stdout)]).toMatchObject([3, { diagnostics: [wrong, { id: 'missing-on-machine' }] }]);
  });

  it('counts what is unchanged, and names it', async () => {
    const unchanged: BatchReport = { ...report, state: 'unchanged' };
    expect((await typed('render', { reports: [unchanged] })).stdout).toContain('Unchanged: reports/bloom (carbon.md, assessment.json)\n');
    expect((await typed('render a b', { reports: [report, unchanged] })).stdout.endsWith('\n\n1 written, 1 unchanged\n')).toBe(true);
  });

  it.each(['0/3', '4/3', 'x', '1', '1/0', '-1/2'])('has no shard %s', async (shard) => {
    expect(await typed(`render --shard=${shard}`)).toMatchObject({ code: 2, calls: [] });
  });

  it('hands on a shard, a number of jobs, and that all is made again', async () => {
    const { calls } = await typed('render a --shard 3/10 --jobs 4 --force');
    expect(calls).toMatchObject([[['a'], { shard: { nth: 3, of: 10 }, jobs: 4, force: true }]]);
    expect((await typed('render a --jobs 0')).code).toBe(2);
  });

  it('says what is odd about the machine, which belongs to no report', async () => {
    const remark: Diagnostic = { id: 'cache-not-used', severity: 'warning', message: 'A link.', file: '/home/x/.cache/carboncard' };
    expect((await typed('render', { diagnostics: [remark] })).stderr).toContain(
      '/home/x/.cache/carboncard: warning[cache-not-used]: A link.',
    );
    expect(JSON.parse((await typed('render --json', { diagnostics: [remark] })).stdout)).toMatchObject({ diagnostics: [remark] });
  });
});

describe('render --watch', () => {
  const quiet: Look = { reports: [], refused: [], diagnostics: [] };
  const fault = { manifest: 'a.yaml', error: new InputError([wrong]) };

  /** What is printed of each look. */
  async function watched(line: string, ...looks: readonly Look[]) {
    const texts: { readonly stdout: string; readonly stderr: string }[] = [];
    const { terminal, stdout, stderr } = screen();
    watchReports.mockReset();
    watchReports.mockImplementation(async (_, options) => {
      let before = { stdout: '', stderr: '' };
      for (const look of looks) {
        await options?.onLook?.(look);
        texts.push({ stdout: stdout().slice(before.stdout.length), stderr: stderr().slice(before.stderr.length) });
        before = { stdout: stdout(), stderr: stderr() };
      }
    });
    const code = await run(line.split(' '), { terminal, env: {} });
    return { code, texts, stderr: stderr(), calls: watchReports.mock.calls };
  }

  it('sums up in full once, and each change in two lines', async () => {
    const changed: BatchReport = { ...report, files: ['report.md'], diagnostics: [] };
    const { texts, calls } = await watched(
      'render a.yaml --watch',
      { ...quiet, reports: [report] },
      quiet,
      { ...quiet, reports: [changed] },
      { ...quiet, refused: [fault] },
      { ...quiet, reports: [{ ...changed, state: 'unchanged' }] },
    );
    expect(calls).toMatchObject([[['a.yaml'], { outDir: 'reports', formats: undefined }]]);
    const short = 'reports/bloom: BLOOM␛[2J: 50.5 t CO₂e; 38–71 t CO₂e\n';
    expect(texts.map(({ stdout }) => stdout)).toEqual([
      expect.stringContaining('\nAssumed: nothing\nWritten: reports/bloom (carbon.md, assessment.json)\n'),
      '',
      `${short}Written: reports/bloom (report.md)\n`,
      '',
      `${short}Unchanged: reports/bloom (report.md)\n`,
    ]);
    expect(texts.map(({ stderr }) => stderr)).toEqual([
      expect.stringMatching(/Look at this\.\nWatching: .* The other formats: carboncard render a\.yaml\n$/),
      '',
      '',
      'error[some-error]: Wrong.\n',
      '',
    ]);
  });

  it('hands on the formats, and shows what stops it', async () => {
    const error = new MissingError('No browser was found.', 'npm install puppeteer');
    const { texts, calls } = await watched('render --watch --format md,pdf', { ...quiet, refused: [fault] }, { ...quiet, error });
    expect(calls).toMatchObject([[['carboncard.yaml'], { formats: ['md', 'pdf'] }]]);
    expect(texts[0]?.stderr).not.toContain('other formats');
    expect(texts[1]?.stderr).toContain('error[missing-on-machine]: No browser was found.');
  });

  it.each(['--shard 1/2', '--index', '--json'])('refuses %s', async (flag) => {
    expect(await watched(`render --watch ${flag}`)).toMatchObject({ code: 2, calls: [] });
  });
});

it.each([
  ['schema', 'carboncard manifest'],
  ['schema manifest', 'carboncard manifest'],
  ['schema assessment', 'carboncard assessment'],
])('%s prints the schema of a %s', async (line, title) => {
  const { code, stdout, stderr } = await typed(line);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject({ title });
});

describe('a wrong command line ends with 2 and the nearest right one', () => {
  it.each([
    ['rendr', 'unknown-command', 'Unknown command `rendr`.', 'render'],
    ['bloom.yaml', 'unknown-command', 'Unknown command `bloom.yaml`.', 'carboncard render bloom.yaml'],
    ['--verson', 'unknown-option', 'Unknown option `--verson` of `carboncard`.', '--version'],
    ['render --fromat md', 'unknown-option', 'Unknown option `--fromat` of `carboncard render`.', '--format'],
    ['render --ouput=x', 'unknown-option', 'Unknown option `--ouput` of `carboncard render`.', '--out'],
    ['render --format md,jsno', 'unknown-format', 'Unknown format `jsno`.', 'json'],
    ['render --format bibtex', 'unknown-format', 'Unknown format `bibtex`.', 'bib'],
    ['render --format LaTeX', 'unknown-format', 'Unknown format `LaTeX`.', 'tex'],
    ['render --format md,carbon.txt', 'unknown-format', 'Unknown format `carbon.txt`.', 'carbontxt'],
    ['render --format markdown', 'unknown-format', 'Unknown format `markdown`.', 'md'],
    ['schema assesment', 'unknown-schema', 'Unknown schema `assesment`.', 'assessment'],
  ])('%s', async (line, id, message, suggestion) => {
    const { code, stdout, stderr, calls } = await typed(line);
    expect([code, stdout, calls]).toEqual([2, '', []]);
    expect(stderr).toContain(`error[${id}]: ${message}\n`);
    expect(stderr).toContain(`did you mean ${suggestion}?`);
  });

  it.each([
    ['zzzzzzzz', 'Unknown command `zzzzzzzz`.'],
    ['render -o', 'Missing value of `-o, --out <dir>`.'],
    ["render -o ''", 'The value is empty.'],
    ['render --format md,', 'Empty format.'],
    ['schema manifest extra', 'Too many arguments for'],
    ['schema extra', 'one of manifest, assessment'],
  ])('%s', async (line, message) => {
    const { code, stderr } = await typed(line);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('did you mean');
  });

  it('in JSON, where that is asked for', async () => {
    const { code, stdout, stderr } = await typed('render --json --format x --templates');
    expect([code, stderr]).toEqual([2, '']);
    expect(JSON.parse(stdout)).toMatchObject({ diagnostics: [{ id: 'usage', severity: 'error' }] });
  });

  it('without any word says what can be typed', async () => {
    const { code, stdout, stderr } = await typed('');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Usage: carboncard');
  });
});

describe('help and version', () => {
  it.each([
    '--help',
    '-h',
    'help',
    'render --help',
    'help render',
    'explain --help',
    'factors --help',
    'schema --help',
  ])('%s', async (line) => {
    const { code, stdout, stderr } = await typed(line);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Usage: carboncard');
    expect(stdout).toContain('Example:\n  carboncard ');
  });

  it('lists every format with its files', async () => {
    const { stdout } = await typed('render --help');
    const widest = Math.max(...outputIds.map((id) => id.length));
    for (const id of outputIds) expect(stdout).toContain(`${id.padEnd(widest)}  ${outputTexts[id].files}: ${outputTexts[id].description}`);
  });

  it.each(['--version', '-V'])('%s', async (line) => {
    expect(await typed(line)).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });
});

describe('what goes wrong ends with its own code', () => {
  it.each([
    [
      'bad input',
      new InputError([wrong, { ...wrong, message: 'Wrong too.' }]),
      2,
      'error[some-error]: Wrong.\nerror[some-error]: Wrong too.\n',
    ],
    ['an unreadable file', new FileError('a.yaml', { kind: 'folder' }), 2, "a.yaml: error[file-folder]: The file can't be read"],
    ['a folder that is write-protected', new WriteError({ kind: 'no-permission', path: 'out' }), 2, 'permission denied'],
    ['a full disk', new WriteError({ kind: 'no-space', path: 'out', code: 'ENOSPC' }), 3, 'no space is left'],
    ['something missing', new MissingError('No browser was found.', 'npm install puppeteer'), 3, 'To fix it: npm install puppeteer'],
    ['a bug', new TypeError('x is not a function'), 70, 'x is not a function'],
    ['anything else', 'a string', 70, 'a string'],
  ])('%s', async (_, fails, code, message) => {
    const said = await typed('render', { fails });
    expect([said.code, said.stdout]).toEqual([code, '']);
    expect(said.stderr).toContain(message);
    expect(said.stderr).not.toMatch(/^\s+at /m);
    const inJson = await typed('render --json', { fails });
    expect([inJson.code, inJson.stderr]).toEqual([code, '']);
    expect(JSON.parse(inJson.stdout)).toHaveProperty('diagnostics.0.severity', 'error');
  });

  it('names the missing folder of a file, and the option of the command that was typed', async () => {
    const { code, stderr } = await typed('init -o absent-folder/x.yaml --model M');
    expect(code).toBe(2);
    expect(stderr).toContain('error[write-no-folder]: There is no folder absent-folder.');
    expect(stderr).toContain('a folder that exists: `-o FILE`');
    expect((await typed('render', { fails: new WriteError({ kind: 'unwritable', path: 'out' }) })).stderr).toContain('`-o DIR`');
  });

  it('writes a started manifest to standard output for `-`, and no file', async () => {
    const { code, stdout } = await typed('init -o - --model M');
    expect(code).toBe(0);
    expect(stdout).toContain('model: M');
    expect(stdout).not.toContain('Written:');
    expect(existsSync('-')).toBe(false);
  });

  it('and tells where, when asked', async () => {
    const { stderr } = await typed('render', { fails: new TypeError('x'), env: { CARBONCARD_DEBUG: '1' } });
    expect(stderr).toMatch(/^\s+at /m);
  });

  it('also where the result itself is lost', async () => {
    const { code, stderr } = await typed('schema', { refusal: 'ENOSPC' });
    expect(code).toBe(3);
    expect(stderr).toContain("The result can't be written to standard output");
    expect(await typed('schema', { refusal: 'EPIPE' })).toMatchObject({ code: 0, stderr: '' });
  });
});
