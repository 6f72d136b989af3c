import { expect, it } from 'vitest';
import { words } from '../../../../src/overview/what-if/texts.js';
import type { Verdict, WhatIfAlternative } from '../../../../src/what-if/what-if.js';

it('counts every alternative once, and not the runs as they are', () => {
  const of = (verdict: Verdict, isBase?: true) => ({ label: 'x', verdict, isBase }) as unknown as WhatIfAlternative;
  const all = [of('lower'), of('higher'), of('higher'), of('within-noise'), of('same'), of('same', true), of('unknown')];
  expect(words.counts(all)).toBe('Of 6 alternatives: 1 lower, 2 higher, 1 within the noise, 1 no difference, 1 not assessed.');
});
