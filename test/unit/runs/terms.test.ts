import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { devices } from '../../../src/factors/hardware/index.js';
import { createTerms, type Tables } from '../../../src/runs/terms.js';
import type { RunPlace, RunRecord } from '../../../src/trackers/record.js';

const codes: Readonly<Record<string, string>> = { FRA: 'FR', France: 'FR', DEU: 'DE', Germany: 'DE', SWE: 'SE', Sweden: 'SE' };
const tables: Tables = {
  dies: (name) => (/MI250|K80/.test(name) ? 2 : 1),
  countryCode: (text) => codes[text],
};
const run: RunRecord = { tracker: 'slurm', lines: [2, 2], parts: {}, isMeasured: false, hours: 1, place: {} };

function inTerms(one: RunRecord, listsDies = true): { readonly run: RunRecord; readonly ids: readonly string[] } {
  const ids: string[] = [];
  const terms = createTerms(tables, ({ id }) => ids.push(id));
  return { run: terms(one, listsDies), ids };
}

describe('a run in the terms of the factor tables', () => {
  it.each([
    ['mi250x of MI250X', 16, 8],
    ['Tesla K80', 1, 0.5],
    ['NVIDIA A100-SXM4-80GB', 16, 16],
  ])('of %s: %d listed are %d', (name, count, modules) => {
    const found = inTerms({ ...run, accelerator: { name, count } });
    expect(found.run.accelerator).toEqual({ name, count: modules });
    expect(found.ids).toEqual(modules === count ? [] : ['dies-counted']);
  });

  it('keeps what people count, and what has no name or no number', () => {
    for (const accelerator of [{ name: 'MI250X', count: 16 }, { count: 16 }, { name: 'MI250X' }, undefined]) {
      const listsDies = accelerator?.name === undefined || accelerator.count === undefined;
      expect(inTerms({ ...run, accelerator }, listsDies).run.accelerator).toBe(accelerator);
    }
  });

  it.each<readonly [string, number, Partial<RunRecord>, Partial<RunRecord>]>([
    [
      'Tesla K80',
      2,
      { unread: { hours: 1, acceleratorHours: 1, what: '1 of 2 GPUs' }, idleCards: 1 },
      { unread: { hours: 1, acceleratorHours: 0.5, what: 'some of the GPUs' }, idleCards: 0 },
    ],
    [
      'AMD Instinct MI250X',
      8,
      { unread: { hours: 3, acceleratorHours: 6 }, acceleratorHours: 24, idleCards: 5 },
      { unread: { hours: 3, acceleratorHours: 3, what: undefined }, acceleratorHours: 12, idleCards: 2 },
    ],
    [
      'NVIDIA A100-SXM4-80GB',
      2,
      { unread: { hours: 1, acceleratorHours: 1, what: '1 of 2 GPUs' }, idleCards: 1 },
      { unread: { hours: 1, acceleratorHours: 1, what: '1 of 2 GPUs' }, idleCards: 1 },
    ],
  ])('has the hours and the idle ones of %s in modules too, %d of them listed', (name, count, dies, modules) => {
    expect(inTerms({ ...run, accelerator: { name, count }, ...dies }).run).toMatchObject(modules);
    // What people count stays.
    expect(inTerms({ ...run, accelerator: { name, count }, ...dies }, false).run).toMatchObject(dies);
  });

  it('says both readings', () => {
    const notes: unknown[] = [];
    createTerms(tables, (message) => notes.push(message))({ ...run, accelerator: { name: 'MI250', count: 16 } }, true);
    expect(notes).toMatchObject([
      {
        severity: 'note',
        message: expect.stringContaining('the 16 in the log are 8'),
        note: expect.stringContaining('`accelerators: 16`'),
      },
    ]);
  });

  it.each<readonly [string, RunPlace, string | undefined, readonly string[]]>([
    ['a code and its name', { country: 'FRA', countryName: 'France' }, 'FRA', []],
    ['a name alone', { countryName: 'Sweden' }, 'Sweden', []],
    ['a code that is none', { country: 'SWI', countryName: 'Sweden' }, 'Sweden', ['country-code']],
    ['two countries', { country: 'DEU', countryName: 'France' }, 'DEU', ['country-contradicts']],
    ['a name that is none', { country: 'DEU', countryName: 'Atlantis' }, 'DEU', []],
    ['neither', { country: 'XXX', countryName: 'Atlantis' }, 'XXX', []],
    ['a code alone', { country: 'SWI' }, 'SWI', []],
  ])('has the country of %s', (_, place, country, ids) => {
    const found = inTerms({ ...run, place: { ...place, region: 'r' } });
    expect([found.run.place, found.ids]).toEqual([{ country, region: 'r' }, ids]);
  });

  it('stays as it is in these terms: a run that was changed is not changed again', () => {
    fc.assert(
      fc.property(
        fc.record({
          name: fc.constantFrom('MI250X', 'A100', 'Tesla K80'),
          count: fc.integer({ min: 1, max: 64 }),
          country: fc.option(fc.constantFrom('FRA', 'DEU', 'SWI'), { nil: undefined }),
          countryName: fc.option(fc.constantFrom('France', 'Germany', 'Sweden', 'Atlantis'), { nil: undefined }),
        }),
        ({ name, count, country, countryName }) => {
          const one = inTerms({ ...run, accelerator: { name, count }, place: { country, countryName } }).run;
          expect(inTerms(one, false).run).toBe(one);
          expect(one.place.countryName).toBeUndefined();
        },
      ),
    );
  });
});

describe('devices of several dies', () => {
  it('are modules and boards whose note says so, and no slice or card is one', () => {
    const several = devices().filter(({ dies }) => dies !== undefined);
    expect(several.map(({ id }) => id).sort()).toEqual(['instinct-mi250', 'instinct-mi250x', 'tesla-k80']);
    for (const { power } of several) expect(power.note).toMatch(/two (?:dies|chips)|chips/);
  });
});
