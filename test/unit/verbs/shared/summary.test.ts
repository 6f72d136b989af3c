import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assessFile } from '../../../../src/verbs/shared/assess.js';
import { assumptionPhrase, assumptionPhrases } from '../../../../src/verbs/shared/assumption-phrases.js';
import { summaryOf } from '../../../../src/verbs/shared/summary.js';

const assessments = await Promise.all(
  readdirSync('fixtures/runs').map(async (slug) => (await assessFile(`fixtures/runs/${slug}/carboncard.yaml`)).assessment),
);

describe('the line of assumptions', () => {
  it('names each note of a fixture by a phrase, not by the words of its id', () => {
    const ids = new Set(assessments.flatMap(({ diagnostics }) => diagnostics.filter((d) => d.severity === 'note').map(({ id }) => id)));
    ids.delete('own-total');
    expect(ids.size).toBeGreaterThan(10);
    expect([...ids].filter((id) => !Object.hasOwn(assumptionPhrases, id))).toEqual([]);
  });

  it('lists what the shortest manifest leaves to defaults, each thing once', () => {
    const least = assessments.find(({ model }) => model.slug === 'least');
    expect(least && summaryOf(least).assumed).toBe(
      'device variant, accelerator-hours, rated power, average power, rest of the nodes, PUE, grid intensity, water, embodied emissions, lifetime, accelerators in a server, restarted runs (in the report, under Assumptions)',
    );
  });

  it('falls back to the words of an id', () => {
    expect(assumptionPhrase('some-new-note')).toBe('some new note');
  });
});
