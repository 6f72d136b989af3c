import { describe, expect, it } from 'vitest';
import { card, findingsIn, placesOf } from './asked.js';

const foundIn = (frontMatter: string): readonly string[] =>
  findingsIn(card(frontMatter))
    .filter(({ id }) => id === 'metadata-keys')
    .map(({ message, expected }) => `${message} ${expected}`);

describe('metadata-keys', () => {
  it('names each key with the one that the Hub reads', () => {
    expect(foundIn('co2_eq_emissions: { emissions: 12.5, geographical location: Quebec, hardware used: 8 v100 }')).toEqual([
      'The Hub does not read the key `geographical location`. `geographical_location`',
      'The Hub does not read the key `hardware used`. `hardware_used`',
    ]);
    expect(foundIn('co2_eq_emission: 12.5')).toEqual(['The Hub does not read the key `co2_eq_emission`. `co2_eq_emissions`']);
  });

  it.each([
    ['CO2_eq_emissions: 5', ['3:1']],
    ['co2-eq-emissions:\n  Emissions: 5\n  training type: fine-tuning', ['3:1', '4:3', '5:3']],
    ['carbon_emissions: 5', ['3:1']],
    ['co2_eq_emissions:\n  emmisions: 5\n  location: Quebec\n  hardware: A100', ['4:3', '5:3', '6:3']],
  ])('finds %j', (frontMatter, places) => {
    expect(placesOf('metadata-keys', card(frontMatter))).toEqual(places);
  });

  it.each([
    ['a number alone', 'co2_eq_emissions: 5'],
    [
      'keys that tools add',
      'co2_eq_emissions:\n  emissions: 5\n  energy_consumed: 1\n  hours_used: 2\n  on_cloud: false\n  cpu_model: x\n  ram_total_size: 8\n  training_time: 3',
    ],
    ['another word beside the right one', 'co2_eq_emissions:\n  emissions: 5\n  hardware_used: A100\n  hardware: 8'],
    ['the same words elsewhere', 'widget:\n- location: here\nlocation: there\nsource: x'],
    ['a list', 'co2_eq_emissions:\n- emissions: 5'],
  ])('lets pass: %s', (_, frontMatter) => {
    expect(placesOf('metadata-keys', card(frontMatter))).toEqual([]);
  });
});
