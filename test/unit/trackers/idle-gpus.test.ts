import { describe, expect, it } from 'vitest';
import { nvidiaSmi } from '../../../src/trackers/nvidia-smi/nvidia-smi.js';
import { readAll } from './reading.js';

/** A log of an hour with a constant power of each GPU. */
const log = (...gpus: readonly (readonly [name: string, watts: number])[]): string =>
  ['timestamp, index, name, power.draw [W]']
    .concat(
      Array.from({ length: 121 }, (_, n) => n * 30).flatMap((seconds) =>
        gpus.map(([name, watts], index) => {
          const clock = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60].map((part) =>
            String(part).padStart(2, '0'),
          );
          return `2024/03/05 ${clock.join(':')}.000, ${index}, ${name}, ${watts}.00 W`;
        }),
      ),
    )
    .join('\n');

const found = async (text: string) => (await readAll(nvidiaSmi, text)).diagnostics.filter(({ id }) => id === 'idle-gpus');

describe('GPUs that did no work', () => {
  it('beside one that did are asked for: 7 × 60 W × 1 h = 420 Wh', async () => {
    const idle = Array.from({ length: 7 }, () => ['A100', 60] as const);
    expect((await found(log(['A100', 380], ...idle))).map(({ message }) => message)).toEqual([
      '7 of 8 GPUs took 60\u202fW at most, where the busiest took 380\u202fW on average: they did no work. Their energy of 420\u202fWh is counted.',
    ]);
  });

  it.each<readonly [string, string]>([
    ['all work', log(['A100', 380], ['A100', 250])],
    ['a smaller model works', log(['A100', 380], ['T4', 65])],
    ['there is one', log(['A100', 60])],
  ])('are not found where %s', async (_, text) => {
    expect(await found(text)).toEqual([]);
  });
});
