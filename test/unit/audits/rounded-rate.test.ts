import { describe, expect, it } from 'vitest';
import { placesOf, section } from './asked.js';

describe('rounded-rate', () => {
  it.each([
    ['a total from the rate', section('Manufacture is 0.003 kg CO2eq per GPU-hour, which over 1,082,990 GPU-hours gives 3,249 kg CO2eq.')],
    ['a product in one line', section('Embodied emissions: 0.003 kg CO2eq per GPU-hour × 1,082,990 GPU-hours = 3.25 t CO2eq.')],
    [
      'a total that no rounding explains',
      section('Manufacture is 0.0034 kg CO2eq per GPU-hour, which over 1,082,990 GPU-hours gives 36.4 t CO2eq.'),
    ],
  ])('finds %s', (_, text) => {
    expect(placesOf('rounded-rate', text)).not.toEqual([]);
  });

  it.each([
    [
      'a total from the rate before it was rounded',
      section('Manufacture is 0.003 kg CO2eq per GPU-hour, which over 1,082,990 GPU-hours gives 3.64 t CO2eq.'),
    ],
  ])('lets pass: %s', (_, text) => {
    expect(placesOf('rounded-rate', text)).toEqual([]);
  });
});
