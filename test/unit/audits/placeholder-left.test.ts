import { describe, expect, it } from 'vitest';
import { placesOf, section } from './asked.js';

describe('placeholder-left', () => {
  it.each([
    ["the template's words", section('- **Hardware Type:** [More Information Needed]')],
    ['a variable', section('- **Carbon Emitted:** {{ co2_emitted }}')],
    ['without brackets', section('More information needed')],
  ])('finds %s', (_, text) => {
    expect(placesOf('placeholder-left', text)).not.toEqual([]);
  });

  it.each([
    ['outside of the section', '# A model\n\n## Uses\n\n[More Information Needed]\n'],
    ['filled', section('- **Hardware Type:** A100')],
    ['a comment', section('<!-- [More Information Needed] -->\n- **Hardware Type:** A100')],
  ])('lets pass: %s', (_, text) => {
    expect(placesOf('placeholder-left', text)).toEqual([]);
  });
});
