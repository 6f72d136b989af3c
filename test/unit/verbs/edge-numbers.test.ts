import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { InputError } from '../../../src/diagnostics/diagnostic.js';
import { parseManifest } from '../../../src/resolve/resolve.js';
import { initManifest } from '../../../src/verbs/init.js';

const root = new URL('../../../fixtures/trackers/', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'carboncard-edge-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const logs = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => readdirSync(new URL(`${name}/`, root)).map((file) => `${name}/${file}`));

const figure = /(?<![\w.:/-])\d+\.\d+(?![\w.:/-])/g;
const anyFigure = /(?<![\w.:/-])\d+(?:\.\d+)?(?![\w.:/-])/g;
const date = /\b20[12]\d([-/])(?=\d\d[-/]\d\d)/g;
/** Seconds, milliseconds or nanoseconds since 1970. */
const epoch = /\b1[5-7]\d{8}(?:\d{3}|\d{9})?(?:\.\d+)?\b/g;

const changes: Readonly<Record<string, (text: string) => string>> = {
  'all decimals 1e308': (text) => text.replace(figure, '1e308'),
  'all decimals 1.7e308': (text) => text.replace(figure, '1.7e308'),
  'all decimals 1e309': (text) => text.replace(figure, '1e309'),
  'all figures 1e308': (text) => text.replace(anyFigure, '1e308'),
  'all figures 1e61': (text) => text.replace(anyFigure, '1e61'),
  'dates of 1970': (text) => text.replace(date, '1970$1'),
  'dates of the year 9999': (text) => text.replace(date, '9999$1'),
  'dates of the year 1': (text) => text.replace(date, '0001$1'),
  'epochs of 1970': (text) => text.replace(epoch, (one) => String(Number(one) % 100_000)),
  'epochs beyond all years': (text) => text.replace(epoch, '9e99'),
  'epochs before 1970': (text) => text.replace(epoch, (one) => `-${one}`),
};

/** What a draft may leave open; its figures have to be right. */
const isOpen = (id: string): boolean => /^(?:no-|missing)/.test(id);

async function draftOf(name: string, text: string): Promise<string | InputError> {
  const file = join(folder, basename(name));
  writeFileSync(file, text);
  const columns = name === 'csv/meter-semicolons.csv' ? 'energy: used (kWh)' : undefined;
  try {
    return (await initManifest([file], { out: '-', model: 'm', columns })).text;
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
}

function faultsIn(draft: string): readonly string[] {
  try {
    parseManifest(draft);
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.diagnostics.map(({ id }) => id).filter((id) => !isOpen(id));
    throw error;
  }
}

describe('a log with numbers at the edge is refused, or its draft is a manifest', () => {
  it.each(logs.flatMap((log) => Object.keys(changes).map((change) => [log, change] as const)))('%s, %s', async (log, change) => {
    const text = readFileSync(new URL(log, root), 'utf8');
    const changed = changes[change]?.(text) ?? text;
    if (changed === text) return;
    const draft = await draftOf(log, changed);
    if (draft instanceof InputError) {
      expect(draft.diagnostics.length).toBeGreaterThan(0);
      return;
    }
    expect(draft).not.toMatch(/\bNaN\b|\bInfinity\b|\d{60}/);
    expect(draft).not.toMatch(/^ *year: (?!(?:199|20\d)\d\b)/m);
    expect(faultsIn(draft)).toEqual([]);
  });
});

/** The errors of a log, by row. */
async function errorsOf(name: string, text: string): Promise<readonly (readonly [id: string, line: number | undefined])[]> {
  const draft = await draftOf(name, text);
  if (!(draft instanceof InputError)) throw new Error(`There is a draft:\n${draft}`);
  return draft.diagnostics.map(({ id, line }) => [id, line]);
}

describe('a row is named where', () => {
  const zeus = (rows: string): string => `start_time,window_name,elapsed_time,gpu0_energy\n${rows}`;
  it('Zeus has 1e309 J', async () => {
    expect(await errorsOf('zeus.csv', zeus('1710000000,a,10,100\n1710000100,b,10,1e309\n'))).toEqual([['log-not-a-number', 3]]);
  });

  it('Zeus has a start that is no time', async () => {
    expect(await errorsOf('zeus.csv', zeus('1710000000,a,10,100\n9e99,b,10,100\n'))).toEqual([['log-time', 3]]);
  });

  it('two energies can’t be added', async () => {
    expect(await errorsOf('zeus.csv', zeus('1710000000,a,10,1e308\n1710000100,b,10,1e308\n'))).toEqual([['log-not-finite', 3]]);
  });

  it('an energy is more than the world’s electricity of a year', async () => {
    const table = (kWh: string): string => `day;used;kg\n2024-02-01;3.6;0.4\n2024-02-02;${kWh};0.8\n`;
    expect(await errorsOf('csv/meter-semicolons.csv', table('2.7e13'))).toEqual([['log-energy', 3]]);
    expect(await draftOf('csv/meter-semicolons.csv', table('2.6e13'))).toContain('energy: { value: 26');
  });

  it.each([
    ['amd-smi', 'timestamp,gpu,socket_power,gfx_activity', (at: number) => `${at},0,300,50`],
    ['wandb', '_runtime,_timestamp,system.gpu.0.powerWatts', (at: number) => `${at},${at},300`],
  ])('the clock of %s was never set', async (_, header, row) => {
    const table = (start: number): string => [header, ...[0, 36, 72].map((at) => row(start + at)), ''].join('\n');
    expect(await errorsOf('log.csv', table(100))).toEqual([['log-year', 4]]);
    expect(await draftOf('log.csv', table(1_709_632_800))).toContain('year: 2024');
  });

  it('a job of Slurm has a time that is none; the largest number is no time yet', async () => {
    const jobs = (start: string): string =>
      readFileSync(new URL('slurm/sacct.json', root), 'utf8').replace(/("start":\s*(?:\{[^}]*"number":\s*)?)\d+/g, `$1${start}`);
    expect(await errorsOf('sacct.json', jobs('9e99'))).toEqual(expect.arrayContaining([['log-time', 4]]));
    expect(await draftOf('sacct.json', jobs('18446744073709551614'))).toContain('carboncard: 1');
  });
});
