import { describe, expect, it } from 'vitest';
import { processorNamed } from '../../../../../src/factors/hardware/index.js';

describe('cores that describe processors', () => {
  it.each([
    ['2 x AMD EPYC 7763, 64 cores', 'AMD EPYC 7763'],
    ['2 x AMD EPYC 7763 64 cores', 'AMD EPYC 7763'],
    ['2 x EPYC 7763, 64 cores, 256 GB', 'EPYC 7763'],
    ['2 x Xeon Gold 6148 (20 cores each)', 'Xeon Gold 6148'],
    ['2 x AMD EPYC 7742 64-Core Processor', 'AMD EPYC 7742 64-Core Processor'],
    ['2 x Xeon 8480+ 56 cores', 'Xeon 8480+'],
  ])('%s: two processors', (text, name) => {
    const processor = processorNamed(text);
    expect(processor).toMatchObject({ name, count: 2 });
    expect(processor?.cores).toBeUndefined();
  });
});

describe('cores in place of processors', () => {
  it.each([
    ['64 x EPYC 7763 cores', 'EPYC 7763', 64, 64, 1],
    ['32 EPYC 7763 cores', 'EPYC 7763', 32, 64, 0.5],
    ['16 cores of an AMD EPYC 7763', 'AMD EPYC 7763', 16, 64, 0.25],
    ['16 cores, EPYC 7763', 'EPYC 7763', 16, 64, 0.25],
    ['EPYC 7763, 16 cores', 'EPYC 7763', 16, 64, 0.25],
    ['64 x AMD EPYC 7742 64-Core Processor cores', 'AMD EPYC 7742 64-Core Processor', 64, 64, 1],
    ['10 x Xeon Gold 6148 cores, 64 GB', 'Xeon Gold 6148', 10, 20, 0.5],
    ['16 x CPU cores', 'CPU', 16, 32, 0.5],
    ['64 EPYC cores', 'EPYC', 64, 32, 2],
    ['8 vCPUs', 'CPU', 4, 32, 0.125],
    ['128 Xeon Gold 6148 threads', 'Xeon Gold 6148', 64, 20, 3.2],
  ])('%s', (text, name, used, perProcessor, count) => {
    expect(processorNamed(text)).toMatchObject({ name, count, cores: { used, perProcessor } });
  });
});

describe('a processor', () => {
  it.each([
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
  ])('%s', (text, name, use, count) => {
    expect(processorNamed(text)).toMatchObject({ name, use, ...(count === undefined ? {} : { count }) });
  });

  it.each([
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
