import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assessFile } from '../../../../../src/verbs/shared/assess.js';
import { assumptionPhrase, assumptionPhrases, notAssumed } from '../../../../../src/verbs/shared/summary/assumption-phrases.js';
import { type Summary, summaryOf } from '../../../../../src/verbs/shared/summary/summary.js';

const assessments = await Promise.all(
  readdirSync('fixtures/runs').map(async (slug) => (await assessFile(`fixtures/runs/${slug}/carboncard.yaml`)).assessment),
);

function summaryFor(slug: string): Summary {
  const found = assessments.find(({ model }) => model.slug === slug);
  if (found === undefined) throw new TypeError(`no fixture ${slug}`);
  return summaryOf(found);
}

describe('the largest parts', () => {
  it('are two, in plain names, the largest first', () => {
    expect(summaryFor('bloom').largest).toEqual(['computing 24.7 t CO₂e', 'making the hardware 11.2 t CO₂e']);
  });

  it('come with the largest phase where there are several', () => {
    expect(summaryFor('bloom').largestPhase).toBeUndefined();
    expect(summaryFor('bloom-project').largestPhase).toBe('Training (176B), 37 %');
  });

  it('of use are beside those of development', () => {
    expect(summaryFor('bloom').use).toBe('1.56 g CO₂e (1.34–1.79) per request');
  });
});

describe('the assumptions', () => {
  it('names each note of a fixture by a phrase, not by the words of its id', () => {
    const ids = new Set(assessments.flatMap(({ diagnostics }) => diagnostics.filter((d) => d.severity === 'note').map(({ id }) => id)));
    for (const id of notAssumed) ids.delete(id);
    expect(ids.size).toBeGreaterThan(10);
    expect([...ids].filter((id) => !Object.hasOwn(assumptionPhrases, id))).toEqual([]);
  });

  it('has first what the interval depends on most, with the value that was used', () => {
    const assumed = summaryFor('least').assumed;
    expect(assumed.slice(0, 3).map(({ text, share }) => [text, Math.round((share ?? 0) * 100)])).toEqual([
      ['average power as a share of the rated power: 75 % (40–100 %)', 45],
      ['emissions of the grid, from the tables: 120 g CO₂e/kWh (90–170)', 34],
      ['the rest of the servers, as a share of computing: 50 % (25–75 %)', 7],
    ]);
    expect(assumed.map(({ text }) => text)).toContain('which variant of the device it is');
  });

  it.each(
    assessments.map((one) => [one.model.slug, one] as const),
  )('of %s names each thing once, by falling shares of at most the whole', (_, one) => {
    const assumed = summaryOf(one).assumed;
    const shares = assumed.map(({ share = 0 }) => share);
    expect(new Set(assumed.map(({ text }) => text)).size).toBe(assumed.length);
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(1 + 1e-9);
    expect(assumed.filter(({ text }) => /[\u00a0\u202f\u2060]|undefined|NaN/.test(text))).toEqual([]);
  });

  it('falls back to the words of an id', () => {
    expect(assumptionPhrase('some-new-note')).toBe('some new note');
  });
});
