import { describe, expect, it } from 'vitest';
import { createLogReport } from '../../../src/trackers/log-report.js';
import { nvidiaSmi } from '../../../src/trackers/nvidia-smi/nvidia-smi.js';
import { createRejects } from '../../../src/trackers/power/rejects.js';

/** Whether reading can end after rows that were accepted, and then as many that were rejected. */
function isEnded(accepted: number, rejected: number): boolean {
  const log = createLogReport();
  const rejects = createRejects(log);
  for (let row = 0; row < accepted; row++) rejects.accept();
  for (let row = 0; row < rejected; row++) rejects.oddRow(2 + row, 1, 4);
  return log.isFull();
}

describe('rows of a power log that are rejected', () => {
  it.each([
    [0, 9999, false],
    [0, 10_000, true],
    [10_001, 10_000, false],
    [10_001, 10_001, true],
  ])('after %d rows that were accepted: %d end the reading: %j', (accepted, rejected, ended) => {
    expect(isEnded(accepted, rejected)).toBe(ended);
  });

  it('are 20 errors of a log that has no other, of which the rest is not read', async () => {
    let taken = 0;
    async function* log() {
      yield 'timestamp, index, power.draw [W]\n2024/03/05 12:00:00.000, 0, 300 W\n';
      for (; taken < 100; taken++) yield 'a\n'.repeat(1000);
    }
    const read = async (): Promise<void> => {
      for await (const _ of nvidiaSmi.read(log()));
    };
    await expect(read()).rejects.toMatchObject({
      diagnostics: Array.from({ length: 20 }, (_, at) => ({ id: 'cell-count', severity: 'error', line: 3 + at })),
    });
    expect(taken).toBeLessThan(15);
  });
});
