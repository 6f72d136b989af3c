import { expect, it } from 'vitest';
import { cardClaims } from '../../../src/claims/card.js';
import { noBreak } from '../../../src/render/no-break.js';
import { plain } from '../../../src/units/format.js';

const shown = (text: string): string => noBreak(text).replaceAll('\u00a0', '~').replaceAll('\u2060', '|');

it.each([
  ['50.5 t CO₂e (43.6–57.6)', '50.5~t~CO₂e (43.6–|57.6)'],
  ['90 % interval 170–450 kg CO₂e', '90~% interval 170–|450~kg~CO₂e'],
  ['384 × NVIDIA A100 for 25.2 million requests', '384~× NVIDIA A100 for 25.2~million requests'],
  ['12 mg Sb eq in 18 days', '12~mg~Sb~eq in 18~days'],
  ['0.24 Wh, 3.1 L, 400 W', '0.24~Wh, 3.1~L, 400~W'],
  ['2 of 9 phases, 5 to 7, 3 tests, 4 gold', '2 of 9 phases, 5 to 7, 3 tests, 4 gold'],
  ['the first CO₂e card', 'the first CO₂e card'],
])('“%s” keeps its figures on one line', (text, kept) => {
  expect(shown(text)).toBe(kept);
  expect(plain(noBreak(text))).toBe(text);
});

it('leaves figures that the claims of a card are read from', () => {
  const [value] = cardClaims(noBreak('## Environmental Impact\n\n- **Carbon Emitted:** 50.5 t CO₂e, 43.6–57.6 t CO₂e\n')).values;
  expect(value).toMatchObject({ value: 50_500_000 });
});
