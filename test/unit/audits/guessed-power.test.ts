import { describe, expect, it } from 'vitest';
import { placesOf, section } from './asked.js';

describe('guessed-power', () => {
  it.each([
    ["CodeCarbon's constant", section('- CPU power: 42.5 W')],
    ['in prose', section('The CPU drew 42.5 W on average.')],
  ])('finds %s', (_, text) => {
    expect(placesOf('guessed-power', text)).not.toEqual([]);
  });

  it.each([
    ['another power', section('- CPU power: 45 W')],
    ['of a GPU', section('- GPU power: 42.5 W')],
  ])('lets pass: %s', (_, text) => {
    expect(placesOf('guessed-power', text)).toEqual([]);
  });
});
