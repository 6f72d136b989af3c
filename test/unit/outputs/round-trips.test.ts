import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/assess/assess.js';
import type { Assessment } from '../../../src/assessment/assessment.js';
import { boamps } from '../../../src/outputs/boamps/boamps.js';
import type { OutputContext } from '../../../src/outputs/output.js';
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
const ends = 0.26;

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

describe('BoAmps reports', () => {
  const reportsOf = (first: Assessment): readonly string[] =>
    [...boamps.render(JSON.parse(JSON.stringify(first)) as Assessment, { report: () => undefined } as unknown as OutputContext)].map(
      ([name, text]) => written(String(text), name),
    );
  /** What a BoAmps report has of an assessment: the electricity of phases, without intervals. */
  const electricityOf = ({ model, software, phases, lines }: Assessment): object => {
    const electric = lines.filter(({ energy }) => energy !== undefined);
    const own = phases.filter(({ phase, name }) => electric.some((line) => line.phase === phase && line.name === name));
    return {
      model: { name: model.name, url: model.url, parameters: model.parameters },
      software,
      phases: own.map(({ phase, name, requests, share, accelerators, device, task, started, grid, place }) => ({
        ...{ phase, name, requests, share, accelerators: device === undefined ? undefined : accelerators, task, country: place?.country },
        started: started?.length === 10 ? started : undefined,
        grid: grid?.intensity.value,
      })),
      lines: electric.map(({ phase, name, component, energy, emissions, basis }) => ({
        ...{ phase, name, component, energy: energy?.value, emissions: emissions.value, basis },
      })),
    };
  };

  const isPlaced = ({ phases, lines }: Assessment): boolean =>
    phases
      .filter(({ phase, name }) => lines.some((line) => line.phase === phase && line.name === name && line.energy !== undefined))
      .every(({ place }) => place?.country !== undefined);

  it.each(cases)('of %s begin a manifest with the same electricity, names and tasks, and nothing else', async (__, assessed) => {
    const first = await assessed();
    const files = reportsOf(first);
    if (files.length === 0) return;
    const { text } = await initManifest(files, { out: '-' });
    // A report states the grid together with the country: without one, the place is a question, and nothing is guessed.
    if (!isPlaced(first)) {
      expect(text).toMatch(/^ {4}# location: .*\?$/m);
      expect(text).not.toMatch(/^ {4}(?:embodied|grid):/m);
      return;
    }
    const second = assess(parseManifest(text), {});
    expectSameFigures(electricityOf(second), electricityOf(first));
    // What the report has no field for is not calculated from something else.
    expect(
      second.lines.every(
        ({ component, water, emissionsMarket }) => component !== 'embodied' && water === undefined && emissionsMarket === undefined,
      ),
    ).toBe(true);
    expect(text).toContain('# A BoAmps report has no field for emissions of making the hardware');
  });

  it('of one task with the error of its quality: together no surer than the report', async () => {
    const first = assess(
      parseManifest(
        'model: M\nhardware: 8 x A100 80GB\nduration: 72 h\nlocation: FR\nyear: 2023\nload: { value: 75 %, low: 60 %, high: 85 % }\npue: 1.2\n',
      ),
      {},
    );
    const [file = ''] = reportsOf(first);
    const { low = Number.NaN, high = Number.NaN, value } = (await again(file)).totals.development?.energy ?? { value: Number.NaN };
    expect([low / value, high / value].map((ratio) => Number(ratio.toPrecision(3)))).toEqual([0.75, 1.25]);
  });
});
