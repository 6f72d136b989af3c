import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/assess/assess.js';
import type { Assessment } from '../../../src/assessment/assessment.js';
import { assessmentText } from '../../../src/render/assessment-text.js';
import { parseManifest } from '../../../src/resolve/resolve.js';
import { initManifest } from '../../../src/verbs/init.js';
import { assessFile } from '../../../src/verbs/shared/assess.js';
import { fixtures, rendered, written } from './bom/rendered.js';
import { expectSameFigures, figuresOf, made } from './same-figures.js';

/** Every fixture, and a manifest for each thing that a format may have no field for. */
const cases: readonly (readonly [string, () => Promise<Assessment>])[] = [
  ...fixtures.map((file) => [file, async () => (await assessFile(file)).assessment] as const),
  ...Object.entries(made).map(([what, text]) => [what, async () => assess(parseManifest(text), {})] as const),
];

/** The file of a format that a manifest is begun from. */
const formats = {
  'assessment.json': async (first: Assessment) => written(assessmentText(first), 'assessment.json'),
  'cyclonedx.json': async (first: Assessment) => written((await rendered('cyclonedx', first)).text, 'cyclonedx.json'),
} as const;

const again = async (file: string): Promise<Assessment> => assess(parseManifest((await initManifest([file], { out: '-' })).text), {});

/**
 * Of the ends of intervals. A draft has the interval of each line and names what several are unsure by, but a line has several inputs: what
 * two lines have beside the largest is sampled apart.
 */
const ends = 0.2;

describe.each(Object.entries(formats))('%s', (_, fileOf) => {
  it.each(cases)('has the figures of %s when it is read back', async (__, assessed) => {
    const first = await assessed();
    const second = await again(await fileOf(first));
    expectSameFigures(figuresOf(second), figuresOf(first), { ends });
  });

  it.each(cases)('has them still after a second time, and says the same of %s', async (__, assessed) => {
    const second = await again(await fileOf(await assessed()));
    const third = await again(await fileOf(second));
    expectSameFigures(figuresOf(third), figuresOf(second), { ends });
    expect(third.omissions).toEqual(second.omissions);
  });
});
