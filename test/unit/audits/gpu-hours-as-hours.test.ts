import { describe, expect, it } from 'vitest';
import { findingsIn, placesOf, section } from './asked.js';

describe('gpu-hours-as-hours', () => {
  it.each([
    ['hours as GPU-hours', section('We trained on 8 A100 GPUs for 10 hours, that is 10 GPU-hours.')],
    ['too many', section('We used 8 GPUs for 10 hours (800 GPU hours).')],
    ['hours on the wall clock', section('We used 64 A100 GPUs for 240 wall-clock hours (240 GPU-hours).')],
    ['in a table', section('| Accelerators | Wall time (h) | GPU-hours |\n|---|---|---|\n| 8 | 10 | 10 |')],
    ['in a list', section('- Hardware: 384 A100 GPUs\n- Wall-clock time: 2,820 hours\n- GPU-hours: 2,820')],
  ])('finds %s', (_, text) => {
    expect(placesOf('gpu-hours-as-hours', text)).not.toEqual([]);
  });

  it.each([
    ['their product', section('We trained on 8 A100 GPUs for 10 hours, that is 80 GPU-hours.')],
    [
      'a wall clock that ran on a little',
      section('- Hardware: 384 A100 GPUs\n- Wall-clock time: 118 days 5 hours 41 min\n- GPU-hours: 1,082,990'),
    ],
    [
      'hours of other hardware',
      section('We trained for 200 hours on 16 H100 GPUs.\n\n- **Hardware Type:** 4 × A100\n- **GPU-hours:** 800'),
    ],
    ['hours of other devices', section('We trained for 200 hours on 4 H100 GPUs.\n\n- **Hardware Type:** 4 × A100\n- **GPU-hours:** 100')],
    ['hours that may be of all', section('- **Hardware Type:** 8 x A100\n- **Hours used:** 80')],
  ])('lets pass: %s', (_, text) => {
    expect(placesOf('gpu-hours-as-hours', text)).toEqual([]);
  });

  it.each([
    [
      'on one line',
      section('We used 4 × A100 for 200 hours (199 GPU-hours).'),
      '199 GPU-hours do not match: 4 × A100 for 200 hours make 800 accelerator-hours.',
      undefined,
    ],
    [
      'on several lines',
      section('We trained for 200 hours on 4 A100 GPUs.\n\n- **Hardware Type:** 4 × A100\n- **GPU-hours:** 1'),
      '1 accelerator-hours does not match: 4 A100 GPUs for 200 hours make 800 accelerator-hours.',
      'Line 5 has 200 hours and 4 A100 GPUs.',
    ],
  ])('says what it multiplied, and where that is: %s', (_, text, message, note) => {
    expect(findingsIn(text).flatMap((found) => (found.id === 'gpu-hours-as-hours' ? [[found.message, found.note]] : []))).toEqual([
      [message, note],
    ]);
  });
});
