import { describe, expect, test } from 'vitest';
import { processorNamed } from '../../../../../src/factors/hardware/index.js';

describe('a processor', () => {
  test.each([
    ['AMD EPYC 7763', 'AMD EPYC 7763', 'data-centre', undefined],
    ['2 x AMD EPYC 7763', 'AMD EPYC 7763', 'data-centre', 2],
    ['2× Intel Xeon Gold 6248', 'Intel Xeon Gold 6248', 'data-centre', 2],
    ['AWS Graviton3', 'AWS Graviton3', 'data-centre', undefined],
    ['Ampere Altra Max', 'Ampere Altra Max', 'data-centre', undefined],
    ['IBM POWER9', 'IBM POWER9', 'data-centre', undefined],
    ['AMD Ryzen Threadripper 3990X', 'AMD Ryzen Threadripper 3990X', 'workstation', undefined],
    ['AMD Ryzen 9 7950X', 'AMD Ryzen 9 7950X', 'consumer', undefined],
    ['Intel Core i7-12700K', 'Intel Core i7-12700K', 'consumer', undefined],
    ['i9-13900K', 'i9-13900K', 'consumer', undefined],
    ['Intel Core Ultra 7 155H', 'Intel Core Ultra 7 155H', 'consumer', undefined],
    ['CPU', 'CPU', undefined, undefined],
    ['16 x CPU cores', 'CPU cores', undefined, 16],
  ])('%s', (text, name, use, count) => {
    expect(processorNamed(text)).toEqual({ name, use, count });
  });

  test.each([
    '',
    'A100',
    'H100 SXM',
    'TPU v4',
    'Apple M3 Max',
    'RTX 4090',
    'a CPU and more',
    'Core of the matter',
  ])('“%s” is none', (text) => {
    expect(processorNamed(text)).toBeUndefined();
  });
});
