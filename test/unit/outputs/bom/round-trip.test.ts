import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../../../src/assessment/assessment.js';
import { initManifest } from '../../../../src/verbs/init.js';
import { assessFile } from '../../../../src/verbs/shared/assess.js';
import { fixtures, rendered, written } from './rendered.js';

/** Emissions and energy of each phase, to the digits that a draft has. */
function figuresOf({ phases, lines, totals }: Assessment): unknown {
  const round = (value: number): number => Number(value.toPrecision(10));
  const sumOf = (values: readonly number[]): number => round(values.reduce((sum, value) => sum + value, 0));
  return {
    development: totals.development && round(totals.development.emissions.value),
    deployment: totals.deployment && round(totals.deployment.emissions.value),
    phases: phases.map(({ phase, name }) => {
      const own = lines.filter((line) => line.phase === phase && line.name === name);
      return {
        phase,
        name,
        energy: sumOf(own.flatMap(({ energy }) => energy?.value ?? [])),
        embodied: sumOf(own.flatMap(({ component, emissions }) => (component === 'embodied' ? emissions.value : []))),
        emissions: sumOf(own.map(({ emissions }) => emissions.value)),
      };
    }),
  };
}

/** The assessment of the manifest that `init` makes of the BOM of an assessment. */
async function readBack(assessment: Assessment): Promise<Assessment> {
  const { text } = await rendered('cyclonedx', assessment);
  const draft = await initManifest([written(text, 'cyclonedx.json')], { out: '-' });
  return (await assessFile(written(draft.text, 'carboncard.yaml'))).assessment;
}

describe.each(fixtures)('%s', (file) => {
  it('is read back with the same figures', async () => {
    expect(readFileSync(file, 'utf8')).toContain('model:');
    const { assessment } = await assessFile(file);
    expect(figuresOf(await readBack(assessment))).toEqual(figuresOf(assessment));
  });
});
