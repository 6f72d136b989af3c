import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { InputError } from '../../../src/diagnostics/diagnostic.js';
import type { RunRecord } from '../../../src/trackers/record.js';
import { known, readLog } from '../../../src/verbs/shared/logs/read-logs.js';

const root = new URL('../../../fixtures/trackers/', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'carboncard-any-log-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** All logs, of all readers but tables, whose columns a person names, and cards, whose figures a person wrote. */
const logs = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !['csv', 'model-card'].includes(entry.name))
  .flatMap(({ name }) => readdirSync(new URL(`${name}/`, root)).map((file) => `${name}/${file}`));

/** More than any machine takes (kW), and any unknown accelerator or processor beside it. */
const ofMachine = 20;
const ofDevice = 2.2;

/** Diagnostics about powers, of which a log has one for the worst run. */
const ofPower = /power|not-measured/;

/** kW that the devices of a run can take: known ones twice their limit, with what is around them. */
function mostOf({ accelerator, nodes = 1 }: RunRecord): number {
  const limit = accelerator?.name === undefined ? undefined : known.limit(accelerator.name)?.limit;
  const each = limit === undefined ? ofDevice : (2.5 * limit) / 1000;
  return ofMachine * Math.max(1, nodes) + each * (accelerator?.count ?? 0);
}

/** The text with one of its numbers replaced, anywhere outside of words, dates and times. */
function replaced(text: string): fc.Arbitrary<string> {
  const figures = [...text.matchAll(/(?<![\w.:/-])\d+(?:\.\d+)?(?![\w.:/-])/g)];
  const value = fc.oneof(
    fc.constantFrom('0', '0.0', '-1', '1e9', '1e308', '1e309', '18446744073709551614', 'nan', 'None', '""', ''),
    fc.double({ min: 0, max: 1e12, noNaN: true }).map(String),
    fc.integer({ min: 0, max: 1_000_000 }).map(String),
  );
  return fc
    .tuple(fc.constantFrom(...figures), value)
    .map(([figure, put]) => text.slice(0, figure.index) + put + text.slice(figure.index + figure[0].length));
}

interface Read {
  readonly runs: readonly RunRecord[];
  readonly ids: readonly string[];
}

async function readText(text: string, name: string): Promise<Read> {
  const file = join(folder, name);
  writeFileSync(file, text);
  const runs: RunRecord[] = [];
  const { diagnostics } = await readLog(file, {}, ({ run }) => void runs.push(run));
  return { runs, ids: diagnostics.map(({ id }) => id) };
}

describe('any log in which a figure was replaced', () => {
  it.each(logs)('gives no more than its devices can take, and no zero for what was not measured, without a diagnostic: %s', async (log) => {
    const text = readFileSync(new URL(log, root), 'utf8');
    const name = `${basename(log, extname(log))}${extname(log)}`;
    const before = await readText(text, name).catch(() => undefined);
    // A log that is refused as it is.
    if (before === undefined) return;
    await fc.assert(
      fc.asyncProperty(replaced(text), async (broken) => {
        const read = await readText(broken, name).catch((error: unknown) => {
          expect(error).toBeInstanceOf(InputError);
          return undefined;
        });
        if (read === undefined) return;
        // The same remark may be of another row.
        const isReported = read.ids.some((id) => !before.ids.includes(id) || ofPower.test(id)) || read.ids.length > before.ids.length;
        for (const run of read.runs) {
          const { energy, hours } = run;
          expect([energy ?? 0, hours ?? 0].every((figure) => Number.isFinite(figure) && figure >= 0)).toBe(true);
          if (isReported || energy === undefined || hours === undefined) continue;
          // Energies of some milliseconds are from before.
          if (hours > 0) expect(energy).toBeLessThanOrEqual(mostOf(run) * Math.max(hours, 1 / 3600) + 1e-9);
          if (hours >= 1 / 60) expect(energy).toBeGreaterThan(0);
        }
      }),
      { numRuns: 60 },
    );
  });
});
