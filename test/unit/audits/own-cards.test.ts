import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { updateCard } from '../../../src/card/card.js';
import { chartsOf } from '../../../src/charts/index.js';
import { renderSection } from '../../../src/render/section.js';
import { co2Facts } from '../../../src/sections/words/co2-emissions.js';
import { readRenderContext } from '../../../src/verbs/shared/render-context.js';
import { madeOf } from '../made.js';
import { findingsIn, idsInAssessment } from './asked.js';
import { ownManifests } from './own-manifests.js';

const context = await readRenderContext(undefined);

/** A model card with our section and our front matter, as `carboncard card` writes them. */
function cardOf(manifest: string): string {
  const assessment = madeOf(manifest);
  const charts = chartsOf(assessment);
  const section = (standing: object): string => renderSection(assessment, charts, context, { chartFolder: 'carbon', ...standing });
  return updateCard('---\nlicense: mit\n---\n\n# A model\n\nText.\n', { co2: co2Facts(assessment), section }).text;
}

/** Errors and warnings in our card, each with its line. */
function faultsIn(card: string): readonly string[] {
  const lines = card.split('\n');
  return findingsIn(card)
    .filter(({ severity }) => severity !== 'note')
    .map(({ severity, id, message, line = 1 }) => `${severity}[${id}] ${message} In: ${lines[line - 1] ?? ''}`);
}

const anyManifest = fc
  .record({
    hardware: fc.constantFrom('A100', 'H100 SXM', 'V100', 'RTX 3090', 'T4', 'L40S', 'MI250X', 'TPU v4', 'A6000', 'p4d.24xlarge'),
    count: fc.integer({ min: 1, max: 2000 }),
    hours: fc.double({ min: 0.01, max: 3000, noNaN: true }),
    place: fc.constantFrom(
      'FR',
      'SE',
      'PL',
      'US',
      'gcp europe-west4',
      'aws us-west-2',
      'aws us-east-2',
      'azure westus3',
      'California',
      'CA-QC',
    ),
    pue: fc.option(fc.integer({ min: 100, max: 199 }), { nil: undefined }),
    phase: fc.constantFrom('training', 'finetuning', 'experiments'),
    use: fc.option(fc.integer({ min: 1, max: 1e9 }), { nil: undefined }),
  })
  .map(({ hardware, count, hours, place, pue, phase, use }) =>
    [
      `site: ${place}`,
      ...(pue === undefined ? [] : [`pue: ${pue / 100}`]),
      'phases:',
      `  - { phase: ${phase}, hardware: ${count} x ${hardware}, duration: ${hours} h }`,
      ...(use === undefined ? [] : [`  - { phase: deployment, hardware: 2 x L4, duration: 30 days, requests: ${use} }`]),
    ].join('\n'),
  );

describe('a card with our section raises no error and no warning', () => {
  it.each(Object.entries(ownManifests))('%s', (_, manifest) => {
    expect(faultsIn(cardOf(manifest))).toEqual([]);
  });

  it('whatever device, place, PUE and hours the manifest has', () => {
    fc.assert(
      fc.property(anyManifest, (manifest) => {
        expect(faultsIn(cardOf(manifest))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  }, 60_000);
});

describe('our assessment raises no error and no warning', () => {
  it.each(Object.entries(ownManifests))('%s', (_, manifest) => {
    expect(idsInAssessment(JSON.parse(JSON.stringify(madeOf(manifest))))).toEqual([]);
  });
});
