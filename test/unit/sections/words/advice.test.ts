import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InputBasis } from '../../../../src/assessment/assessment.js';
import { inputBases } from '../../../../src/assessment/ids.js';
import { rangeIds } from '../../../../src/factors/range-ids.js';
import { adviceFor, advisedInputs } from '../../../../src/sections/words/advice.js';
import { figuresIn, withoutInstrumentSizes } from '../../../golden/figures.js';

describe('what to measure next', () => {
  it.each<[string, InputBasis, string | undefined, RegExp]>([
    ['accelerator-hours', 'declared', 'declared', /^state their range, in place of the default one/],
    ['accelerator-hours', 'declared', undefined, /^only a closer count would narrow it/],
    ['accelerator-hours', 'assumed', 'assumed', /^take the accelerator-hours from the scheduler/],
    ['duration', 'declared', 'declared', /^take the accelerator-hours from the scheduler.*in place of accelerators × duration$/],
    ['operations', 'declared', 'declared', /^take the accelerator-hours from the scheduler.*in place of operations/],
    ['power', 'declared', 'declared', /^measure the average power/],
    ['power', 'measured', 'gpu-sensor', /^a meter or PDU would be more accurate/],
    ['power', 'measured', 'measured', /^name the instrument/],
    ['energy', 'measured', 'meter', /^already metered/],
    ['energy', 'measured', undefined, /^already measured, with a range of its own/],
    ['grid intensity', 'table', 'grid-country', /^cite the grid operator’s figure for that year/],
    ['grid intensity', 'declared', 'declared', /^give the figure the range of its source/],
    ['PUE', 'table', 'pue-fleet', /^ask the facility or the cloud provider for the PUE of this data centre/],
    ['PUE', 'declared', 'declared', /^ask the facility for the meters behind its PUE/],
    ['rated power', 'table', 'declared', /^measure the average power \(nvidia-smi/],
    ['making an accelerator', 'table', 'embodied-estimate', /^ask the manufacturer for the product carbon footprint of this accelerator/],
    ['host share', 'assumed', undefined, /^measure whole nodes/],
    ['least host power', 'assumed', undefined, /^measure whole nodes/],
    ['memory', 'assumed', undefined, /^state the memory of the nodes/],
    ['memory', 'declared', 'declared', /^measure whole nodes/],
    ['published emissions', 'declared', 'declared', /^ask for the energy and the place behind the published total/],
    ['lifetime', 'assumed', undefined, /^ask the operator for how many years/],
    ['something else', 'declared', 'declared', /^measure it, or cite a figure with a range$/],
  ])('%s, %s, range %s', (input, basis, range, advice) => {
    expect(adviceFor({ input, basis, range })).toMatch(advice);
  });

  it('never asks for what the input already is', () => {
    const asks = fc.record({
      input: fc.constantFrom(...advisedInputs),
      basis: fc.constantFrom(...inputBases),
      range: fc.constantFrom(undefined, ...rangeIds),
    });
    fc.assert(
      fc.property(asks, ({ input, basis, range }) => {
        const text = adviceFor({ input, basis, range });
        expect(text.length).toBeGreaterThan(15);
        if (basis === 'measured') expect(text).not.toMatch(/^(?:measure|read|take|ask|cite|meter)\b/);
        if (basis === 'declared' && range === undefined) expect(text).not.toMatch(/(?:state|give) (?:their|the figure the|its) range/);
        if (input.endsWith('accelerator-hours') && basis === 'declared') expect(text).not.toContain('scheduler');
        if (basis === 'table') expect(text).not.toMatch(/table/);
      }),
    );
  });

  it('gives the accuracy of instruments as the table of default ranges has it, and no other figure', () => {
    const given = advisedInputs.flatMap((input) =>
      inputBases.flatMap((basis) => [undefined, ...rangeIds].map((range) => adviceFor({ input, basis, range }))),
    );
    expect(given.filter((advice) => figuresIn(withoutInstrumentSizes(advice)).some(({ unit }) => unit !== undefined))).toEqual([]);
    expect(new Set(given.flatMap((advice) => figuresIn(advice).map(({ text }) => text)))).toEqual(new Set(['2 %', '5 %', '10 %']));
    expect(figuresIn(withoutInstrumentSizes('PDU: ±3 %, BMC: ±2 %, about 5 %'))).toHaveLength(3);
  });
});
