import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { figureIn } from '../../../../../src/verbs/shared/stale/figure-in.js';

describe('the total that a file states', () => {
  it.each(readdirSync('reports').filter((name) => !name.startsWith('index.')))('is the same in section and assessment of %s', (slug) => {
    const [section, assessment] = ['carbon.md', 'assessment.json'].map((name) => figureIn(readFileSync(`reports/${slug}/${name}`, 'utf8')));
    expect(section).toMatch(/^[\d.,]+ (?:t|kg) CO₂e$/);
    expect(section).toBe(assessment);
  });

  it('in a card is ours, not the figure that an author wrote above', () => {
    const card = '- **Carbon Emitted:** 12 kg CO₂e\n<!-- carboncard:begin -->\n- **Carbon Emitted:** 260\u202fkg\u00a0CO₂e, development\n';
    expect(figureIn(card)).toBe('260 kg CO₂e');
  });

  it.each(['', '{', '{"totals": 3}', '{"totals": {"development": {}}}', 'Carbon Emitted: unknown'])('is none in %j', (text) => {
    expect(figureIn(text)).toBeUndefined();
  });
});
