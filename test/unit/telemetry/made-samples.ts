import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll } from 'vitest';
import { instantText } from '../../../src/units/instant.js';

/** A sample: milliseconds since 1970, a device, watts. */
export interface MadeSample {
  readonly time: number;
  readonly device: string;
  readonly watts: number;
}

/** A folder for the files of a test, removed when it is done. */
export function testFolder(): { readonly write: (name: string, content: string | Buffer) => string; readonly path: string } {
  const path = mkdtempSync(join(tmpdir(), 'carboncard-test-'));
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  return {
    path,
    write: (name, content) => {
      const file = join(path, name);
      writeFileSync(file, content);
      return file;
    },
  };
}

/** Joules of a piecewise linear power, by the trapezoid rule, which is exact for it. */
export function exactJoules(samples: readonly MadeSample[]): number {
  const devices = new Map<string, MadeSample[]>();
  for (const sample of samples) devices.set(sample.device, [...(devices.get(sample.device) ?? []), sample]);
  let joules = 0;
  for (const own of devices.values()) {
    const sorted = [...own].sort((a, b) => a.time - b.time);
    for (const [at, next] of sorted.slice(1).entries()) {
      const last = sorted[at];
      if (last !== undefined) joules += ((last.watts + next.watts) / 2) * ((next.time - last.time) / 1000);
    }
  }
  return joules;
}

/** Samples as a file of each text format, with the name that it has. */
export const textFormats: Readonly<Record<string, (samples: readonly MadeSample[]) => readonly [string, string | Buffer]>> = {
  csv: (samples) => ['power.csv', csvText(samples)],
  gzip: (samples) => ['power.csv.gz', gzipSync(csvText(samples))],
  json: (samples) => [
    'power.jsonl',
    samples.map(({ time, device, watts }) => `${JSON.stringify({ time: isoText(time), device, watts })}\n`).join(''),
  ],
  spreadsheet: (samples) => [
    'power.txt',
    [
      'time;device;power (W)',
      ...samples.map(({ time, device, watts }) => `${isoText(time)};${device};${String(watts).replace('.', ',')}`),
      '',
    ].join('\n'),
  ],
  smi: (samples) => [
    'smi.csv',
    [
      'timestamp, index, power.draw [W]',
      ...samples.map(
        ({ time, device, watts }) => `${isoText(time).replaceAll('-', '/').replace('T', ' ').replace('Z', '')}, ${device}, ${watts} W`,
      ),
      '',
    ].join('\n'),
  ],
};

function csvText(samples: readonly MadeSample[]): string {
  return ['time,device,watts', ...samples.map(({ time, device, watts }) => `${isoText(time)},${device},${watts}`), ''].join('\n');
}

export function isoText(milliseconds: number): string {
  return instantText(milliseconds * 1000);
}
