import { describe, expect, it } from 'vitest';
import { auditIds } from '../../../src/audits/ids.js';
import { audits } from '../../../src/audits/index.js';
import { settingsIn } from '../../../src/audits/settings.js';
import { lineFinder } from '../../../src/claims/lines.js';
import { InputError } from '../../../src/diagnostics/diagnostic.js';
import { parseManifest } from '../../../src/resolve/resolve.js';
import { findingsIn, placesOf, section } from './asked.js';

const wrong = section('- PUE: 0.9');

describe('the audits', () => {
  it.each(auditIds)('%s ask one question, under the id of their file', async (id) => {
    const module = (await import(`../../../src/audits/${id}.ts`)) as Record<string, unknown>;
    expect(Object.values(module)).toContain(audits[id]);
    expect(audits[id].question).toMatch(/^[A-Z].*\?$/);
  });
});

describe("a card's own settings", () => {
  it('leave an audit out, or weigh it', () => {
    expect(placesOf('pue-below-one', wrong)).toEqual(['5:8']);
    expect(findingsIn(`${wrong}\n<!-- carboncard-audit pue-below-one: off -->\n`)).toEqual([]);
    expect(findingsIn(`${wrong}\n<!--carboncard-audit pue-below-one: note-->\n`)).toMatchObject([{ severity: 'note' }]);
  });

  it('can be several in one comment', () => {
    const text = '<!-- carboncard-audit arithmetic: off, grid-year: error -->';
    expect(settingsIn(text, lineFinder(text))).toEqual({ settings: { 'arithmetic': 'off', 'grid-year': 'error' }, faults: [] });
  });

  it('are told where they name what is not there', () => {
    const text = 'x\n<!-- carboncard-audit arithmetics: off; grid-year: silent -->';
    expect(settingsIn(text, lineFinder(text)).faults).toMatchObject([
      { at: { line: 2, column: 1 }, word: 'arithmetics', suggestion: 'arithmetic' },
      { word: 'silent', known: ['off', 'note', 'warning', 'error'] },
    ]);
  });
});

describe("a manifest's settings", () => {
  const manifest = (audits: string): string => `model: A\nhardware: A100 80GB\naccelerator_hours: 10\nsite: FR\n${audits}\n`;

  it('are read', () => {
    expect(parseManifest(manifest('audits: { embodied-silent: off, grid-year: note }')).manifest.audits).toEqual({
      'embodied-silent': 'off',
      'grid-year': 'note',
    });
  });

  it.each([
    ['audits: { grid-years: off }', 'unknown-key', 'grid-year'],
    ['audits: { grid-year: of }', 'not-a-choice', 'off'],
  ])('%s is told with the nearest', (audits, id, suggestion) => {
    let error: unknown;
    try {
      parseManifest(manifest(audits));
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).diagnostics).toMatchObject([{ id, suggestion, line: 5 }]);
  });
});
