import { expect, it } from 'vitest';
import { faultsOf, madeOf } from '../../made.js';

const withReport = (report: string) =>
  faultsOf(() => madeOf(`report: ${report}\nphases: [{ phase: training, energy: 1 kWh, location: FR, year: 2024 }]`));

it.each([
  '{ url: "https://example.org/card.md" }',
  '{ url: "http://example.org:8080/a?b=c#d" }',
  '{ domain: example.org }',
  '{ domain: models.example.co.uk }',
])('is an address: %s', (report) => {
  expect(withReport(report)).toEqual([]);
});

it.each([
  '{ url: example.org/card.md }',
  '{ url: "javascript:alert(1)" }',
  '{ url: "https://user:secret@example.org/" }',
  '{ url: "https://example.org/a b" }',
  '{ url: "https://" }',
  '{ domain: "https://example.org" }',
  '{ domain: example }',
  '{ domain: 127.0.0.1 }',
  '{ domain: example.org/path }',
])('is none: %s', (report) => {
  expect(withReport(report).length).toBeGreaterThan(0);
});
