import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recognised } from '../../../src/trackers/index.js';
import { modelCard } from '../../../src/trackers/model-card/model-card.js';
import { changed, expectSound, fixture } from './changed-texts.js';
import { faultsOf, readAll } from './reading.js';

const transformers = fixture('model-card/sentence-transformers.md');
const template = fixture('model-card/template.md');
const ids = (diagnostics: readonly { readonly id: string }[]) => diagnostics.map(({ id }) => id);
const scalar = (value: string, body = '') => `---\nco2_eq_emissions: ${value}\n---\n\n# A model\n${body}`;
const carbon = (text: string) => `\n## Environmental Impact\n\n- **Carbon Emitted:** ${text}\n`;

describe('a model card', () => {
  it.each([
    ['with metadata and a section', transformers],
    ['with a section', template],
    ['with a scalar', scalar('7.3')],
  ])('is recognised by its content: %s', (_, text) => {
    expect(recognised(text).map(({ id }) => id)).toEqual(['model-card']);
  });

  it('declares 3.5 kWh, 10 wall-clock hours, two GPUs and 1250.5 g', async () => {
    const { runs, diagnostics } = await readAll(modelCard, transformers);
    expect(runs).toMatchObject([
      {
        tracker: 'model-card',
        lines: [1, 26],
        phase: 'finetuning',
        hours: 10,
        energy: 3.5,
        boundary: 'components',
        parts: {},
        isMeasured: false,
        reported: 1.2505,
        accelerator: { name: 'NVIDIA A100-SXM4-80GB', count: 2 },
        place: {},
      },
    ]);
    expect(ids(diagnostics)).toEqual(['hidden-pue', 'declared']);
  });

  it('has 1,200 hours of all devices, a cloud region, and 120 kg', async () => {
    const { runs, diagnostics } = await readAll(modelCard, template);
    expect(runs).toMatchObject([
      {
        acceleratorHours: 1200,
        reported: 120,
        accelerator: { name: 'NVIDIA A100-SXM4-80GB' },
        place: { cloud: 'aws', cloudRegion: 'us-east-1' },
      },
    ]);
    expect(ids(diagnostics)).toEqual(['hours-of-devices', 'declared']);
  });

  it('reads a plain number as grams, as the Hub does', async () => {
    expect((await readAll(modelCard, scalar('7300.5'))).runs).toMatchObject([{ reported: 7.3005 }]);
  });

  it.each([
    ['two fences and a third, as the Hub finds it', '---\n---\nlicense: mit\nco2_eq_emissions: 7300.5\n---\n\n# M\n'],
    ['blanks behind the closing fence', '---\nco2_eq_emissions: 7300.5\n--- \n\n# M\n'],
    ['a quoted text that goes on at the margin', '---\nwidget:\n- text: "one\n\ntwo"\nco2_eq_emissions: 7300.5\n---\n\n# M\n'],
  ])('reads front matter with %s', async (_, card) => {
    expect(recognised(card).map(({ id }) => id)).toEqual(['model-card']);
    expect((await readAll(modelCard, card)).runs).toMatchObject([{ reported: 7.3005 }]);
  });

  it('reads 0.06 as kilograms where its section states 0.06 kg, and reports it', async () => {
    const { runs, diagnostics } = await readAll(modelCard, scalar('0.06', carbon('0.06 KgCO2')));
    expect(runs).toMatchObject([{ reported: expect.closeTo(0.06, 12) }]);
    expect(ids(diagnostics)).toContain('kilograms-as-grams');
  });

  it('uses neither of two values that differ', async () => {
    const { diagnostics } = await readAll(modelCard, `${scalar('5000', carbon('7 kg'))}- **Hours used:** 3\n`);
    expect(ids(diagnostics)).toContain('two-emissions');
  });

  it.each([
    ['a placeholder', scalar('0')],
    ['a placeholder of 1', scalar('1')],
    ['a text', scalar('"17g"')],
    ['a list', scalar('\n- emissions: 5\n- source: x')],
    ['what was rounded away', scalar('0', carbon('0.000 kg of CO2'))],
    ['an unfilled template', carbon('[More Information Needed]')],
    ['a range', carbon('10 to 20 kg')],
    ['tons, which are of three kinds', carbon('5 tons')],
    ['a figure without a unit', carbon('5')],
    ['our own section', `# A\n\n<!-- carboncard:begin -->\n${carbon('5 kg')}\n<!-- carboncard:end -->\n`],
    ['our own total', '---\nco2_eq_emissions:\n  emissions: 5000\n  source: carboncard 1.0\n---\n'],
    ['nothing', '# A\n\n## Environmental Impact\n\nNone of note.\n'],
  ])('that says no more than %s is no evidence', async (_, text) => {
    expect(ids(await faultsOf(modelCard, text))).toEqual(['card-says-nothing']);
  });

  it('reads values with the unit in the answer, or in the label, and a decimal comma', async () => {
    const kilograms = async (text: string, label = 'Carbon Emitted') =>
      (await readAll(modelCard, carbon(text).replace('Carbon Emitted', label))).runs[0]?.reported;
    expect(
      await Promise.all([
        kilograms('11250 kg CO2 eq.'),
        kilograms('1,234.5 kg'),
        kilograms('1.2933', 'CO2 Emissions (in grams)'),
        kilograms('3 tonnes CO2eq'),
        kilograms('2.5 gCO2eq'),
        kilograms('5,6 kg'),
        kilograms('1.234,5 kg CO2'),
      ]),
    ).toEqual([11_250, 1234.5, expect.closeTo(0.0012933, 12), 3000, expect.closeTo(0.0025, 12), 5.6, 1234.5]);
  });

  it('gives numbers or an error, wherever it is cut or changed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(transformers, template).chain(changed), async (broken) => {
        await expectSound(modelCard, broken);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a sentence whose figures are of another phase', () => {
  it('is asked about, and reported', async () => {
    const card =
      '# R\n\n## Environmental Impact\n\nFine-tuning took 2 days on our machine. Pre-training was done by others with 512 H100 for 3 months.\n';
    const { runs, diagnostics } = await readAll(modelCard, card);
    expect(runs[0]?.words?.map(({ asked }) => asked)).toEqual([
      'its figures were not used: are they of a phase of their own',
      'its figures were not used: are they of a phase of their own',
    ]);
    expect(diagnostics.filter(({ id }) => id === 'unclear-answer').length).toBe(2);
  });

  it('is not where its figures are the run', async () => {
    const { runs } = await readAll(
      modelCard,
      '# R\n\n## Environmental Impact\n\nTraining took 40 hours on 8 A100 and emitted 12 kg CO2eq.\n',
    );
    expect(runs[0]?.words?.map(({ asked }) => asked)).toEqual([undefined]);
  });
});
