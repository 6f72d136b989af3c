import { describe, expect, it } from 'vitest';
import { runAudits } from '../../../src/audits/run-audits.js';
import { cardClaims } from '../../../src/claims/card.js';

function found(one: string, other: string): readonly string[] {
  const subjects = [cardClaims(one, 'a.md'), cardClaims(other, 'b.md')];
  return subjects.flatMap((subject) =>
    runAudits(subject, subjects, {}).flatMap(({ id, message }) => (id === 'same-claim' ? [message] : [])),
  );
}

const claims = (name: string, grams: number): string => `---\nco2_eq_emissions: ${grams}\n---\n\n# ${name}\n`;

describe('same-claim', () => {
  it('finds one effort that two cards claim in full', () => {
    expect(found(claims('Small', 66_290_000), claims('Large', 66_290_000))).toEqual([
      '66290000 g is also claimed by b.md.',
      '66290000 g is also claimed by a.md.',
    ]);
  });

  it.each([
    ['different figures', claims('Small', 66_290_000), claims('Large', 50_500_000)],
    ['one card in two places', claims('Small', 66_290_000), claims('Small', 66_290_000)],
    ['round figures, which two may share', claims('Small', 5000), claims('Large', 5000)],
  ])('lets pass: %s', (_, one, other) => {
    expect(found(one, other)).toEqual([]);
  });
});
