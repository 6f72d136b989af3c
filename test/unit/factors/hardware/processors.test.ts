import { describe, expect, it, test } from 'vitest';
import { memoryPower, processorNamed, processorRating } from '../../../../src/factors/hardware/index.js';
import { processorFactors } from '../../../../src/factors/hardware/processors.js';

const ratingOf = (text: string) => {
  const processor = processorNamed(text);
  return processor && processorRating(processor.name);
};

describe('the rated power of a processor, by the names that logs and people print', () => {
  it.each([
    ['Intel(R) Xeon(R) Gold 6148 CPU @ 2.40GHz', 150],
    ['Intel(R) Xeon(R) Platinum 8480+', 350],
    ['Intel(R) Xeon(R) CPU E5-2690 v4 @ 2.60GHz', 135],
    ['Intel(R) Xeon(R) CPU E5-2650 v2 @ 2.60GHz', 95],
    ['Intel(R) Xeon(R) CPU           X5660  @ 2.80GHz', 95],
    ['Intel(R) Xeon(R) Silver 4216 CPU @ 2.10GHz', 100],
    ['Intel(R) Xeon(R) CPU Max 9480', 350],
    ['Intel(R) Xeon(R) W-2295 CPU @ 3.00GHz', 165],
    ['Intel(R) Xeon(R) Gold 6248', 150],
    ['AMD EPYC 7742 64-Core Processor', 225],
    ['AMD EPYC 7763 64-Core Processor', 280],
    ['AMD EPYC 7B12', 240],
    ['AMD EPYC 9654 96-Core Processor', 360],
    ['AMD Ryzen Threadripper PRO 3995WX 64-Cores', 280],
    ['AMD Ryzen 9 5950X 16-Core Processor', 105],
    ['AMD Ryzen 7 7840U w/ Radeon 780M Graphics', 28],
    ['AMD Opteron 6276', 115],
    ['AMD FX-8350', 125],
    ['AMD 7th Gen A6-9500E APU', 35],
    ['12th Gen Intel(R) Core(TM) i7-12700K', 190],
    ['11th Gen Intel(R) Core(TM) i7-1165G7 @ 2.80GHz', 28],
    ['Intel(R) Core(TM) i5-10400 CPU @ 2.90GHz', 65],
    ['Intel(R) Core(TM) Ultra 7 155H', 28],
    ['Intel(R) Pentium(R) Gold G5400', 58],
    ['Intel(R) Celeron(R) J4125 CPU @ 2.00GHz', 10],
    ['Intel Atom C3958', 31],
    ['Intel N100', 6],
    ['Xeon 8480+', 350],
    ['2 x EPYC 9654', 360],
    ['2x Intel Xeon E5-2650 v2', 95],
  ])('%s: %d W', (text, watts) => {
    expect(ratingOf(text)).toMatchObject({
      by: 'model',
      power: { value: watts, unit: 'W', source: { id: 'codecarbon-processors', year: 2026, licence: 'MIT' } },
    });
  });

  it.each([
    ['AMD 7552', 200],
    ['Intel(R) Core(TM)2 Quad CPU Q6600 @ 2.40GHz', 95],
    ['Core i7-4930K', 130],
  ])('%s: %d W', (text, watts) => {
    expect(ratingOf(text)).toMatchObject({ by: 'model', power: { value: watts, unit: 'W' } });
  });

  it('names its source where Green Algorithms alone has it', () => {
    expect(ratingOf('AMD 7552')?.power.source).toMatchObject({ id: 'green-algorithms-3', year: 2025, licence: 'CC BY 4.0' });
    expect(processorNamed('AMD 7552')?.use).toBe('data-centre');
  });

  it('has the range of the tables where they differ', () => {
    expect(ratingOf('Intel Xeon 5120')?.power).toMatchObject({
      low: 65,
      value: 105,
      high: 105,
      note: expect.stringContaining('65 and 105 W'),
    });
  });

  it.each([
    ['Xeon 4th Generation (Sapphire Rapids)', 350],
    ['EPYC 4th Generation Zen 4 (Genoa)', 360],
    ['Intel Core 14th Generation (i7)', 253],
    ['Snapdragon X Elite X1E-84-100', 30],
  ])('%s: a generation has that of its largest model, %d W', (text, watts) => {
    expect(ratingOf(text)).toMatchObject({
      by: 'generation',
      power: { value: watts, unit: 'W', source: { id: 'huggingface-tasks', year: 2026 } },
    });
  });

  it.each([
    ['Intel(R) Xeon(R) CPU @ 2.20GHz', 'processor-line-xeon-power'],
    ['EPYC', 'processor-line-epyc-power'],
    ['AMD Ryzen 9', 'processor-line-ryzen-power'],
    ['AWS Graviton3', 'processor-line-server-power'],
    ['CPU', 'processor-line-server-power'],
  ])('%s: a line without a model has its median, with a range', (text, id) => {
    const { by, power } = ratingOf(text) ?? {};
    expect(by).toBe('line');
    expect(power).toMatchObject({ id, unit: 'W', source: { id: 'carboncard-processor-classes' } });
    expect(power?.low).toBeLessThan(power?.value ?? 0);
    expect(power?.high).toBeGreaterThan(power?.value ?? Infinity);
  });

  it('the X of a Xeon X5660 is no sign of a number', () => {
    expect(processorNamed('Intel Xeon X5660')).toMatchObject({ name: 'Intel Xeon X5660', count: undefined });
  });
});

test('defaults of processors are factors with a source', () => {
  for (const factor of processorFactors()) {
    expect(factor.low).toBeLessThan(factor.value);
    expect(factor.high).toBeGreaterThan(factor.value);
    expect(factor.source.licence).not.toBe('');
  }
});

test('memory takes 0.3725 W/GB (Green Algorithms, 2021), between Boavizta’s 0.284 and Cloud Carbon Footprint’s 0.392', () => {
  expect(memoryPower).toMatchObject({
    value: 0.3725,
    low: 0.284,
    high: 0.392,
    unit: 'W',
    source: { id: 'green-algorithms', year: 2021, licence: 'CC BY 4.0' },
  });
});
