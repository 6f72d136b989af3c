import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InputError } from '../../../src/diagnostics/diagnostic.js';
import { parseManifest } from '../../../src/resolve/resolve.js';
import { auditFiles } from '../../../src/verbs/audit.js';
import { initManifest } from '../../../src/verbs/init.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'init-card-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const section = (bullets: readonly string[]): string =>
  `## Environmental Impact\n\n${bullets.map((bullet) => `- **${bullet.replace(':', ':**')}`).join('\n')}\n`;

/** The manifest that a card starts, and what was reported of the card. */
async function started(card: string): Promise<{ readonly text: string; readonly ids: readonly string[] }> {
  const file = join(folder, 'README.md');
  await writeFile(file, card);
  const { text, diagnostics } = await initManifest([file], { out: '-' });
  return { text, ids: diagnostics.map(({ id }) => id) };
}

async function errorsOf(work: Promise<unknown>): Promise<readonly string[]> {
  try {
    await work;
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.diagnostics.map(({ id }) => id);
    throw error;
  }
}

describe('a manifest from a model card', () => {
  it('has what comes again once, and counts what is too much', async () => {
    const region = 'Compute Region: us-east-1';
    const same = await started(
      `# Net\n\n${section(['Hardware Type: 2 x V100', 'Hours used: 40', ...Array(400).fill(region), 'Carbon Emitted: 3 kg'])}`,
    );
    expect(same.text.match(/^ +# "Compute Region: us-east-1"$/gm)).toHaveLength(1);
    const others = Array.from({ length: 400 }, (_, n) => `Carbon Emitted: ${n + 1} kg`);
    const { text } = await started(`# Net\n\n${section(['Hardware Type: 2 x V100', 'Hours used: 40', region, ...others])}`);
    expect(text).toContain('more answers of the card)');
    expect(text.length).toBeLessThan(12_000);
    expect(parseManifest(text).phases).toHaveLength(1);
  });

  it('has a total alone as a published total, which resolves', async () => {
    const { text } = await started(`# Net\n\n${section(['Carbon Emitted: 12 kg'])}`);
    expect(text).toContain('    emissions: { value: 12 kgCO2e, cite: "Model card, README.md, lines 1 to 5" }');
    expect(parseManifest(text).phases[0]?.published).toMatchObject({ emissions: { value: 12 } });
  });

  it.each([
    ['metadata alone', '---\nco2_eq_emissions: 12500\n---\n# Net\n', 12.5],
    ['hardware and hours without a place', `# Net\n\n${section(['Hardware Type: 2 x V100', 'Hours used: 40', 'Carbon Emitted: 3 kg'])}`, 3],
    ['an energy without a place', '---\nco2_eq_emissions: { emissions: 3000, energy_consumed: 8 }\n---\n# Net\n', 3],
  ])('has the total of a card with %s as a published total, which resolves', async (_, card, kilograms) => {
    const { text } = await started(card);
    expect(parseManifest(text).phases[0]?.published).toMatchObject({ emissions: { value: kilograms } });
  });

  it('compares a total that it can calculate', async () => {
    const { text } = await started(
      `# Net\n\n${section(['Hardware Type: V100', 'Hours used: 40 GPU hours', 'Compute Region: France', 'Carbon Emitted: 3 kg'])}`,
    );
    expect(text).toContain('    reported: { value: 3 kgCO2e,');
    expect(parseManifest(text).phases[0]?.published).toBeUndefined();
  });

  it('takes no value in silence that the text has in another unit', async () => {
    const { text, ids } = await started(`---\nco2_eq_emissions: 0.06\n---\n# Net\n\n${section(['Carbon Emitted: 0.06 KgCO2'])}`);
    expect(ids).toContain('kilograms-as-grams');
    expect(text).toContain('    emissions: { value: 0.06 kgCO2e,');
    expect(text).toContain('    # "co2_eq_emissions: 0.06"  # is it in grams?');
  });

  it('takes no value that its hours rule out', async () => {
    const { text, ids } = await started(
      `---\nco2_eq_emissions: 2.5\n---\n# Net\n\n${section(['Hardware Type: V100', 'Hours used: 40 GPU hours', 'Compute Region: Germany'])}`,
    );
    expect(ids).toContain('too-little-as-grams');
    expect(text).not.toMatch(/^ *(?:emissions|reported):/m);
    expect(text).toContain('    # "co2_eq_emissions: 2.5"  # too little as grams: in which unit is it?');
  });

  it('has hardware and place where only the hours are missing', async () => {
    const { text, ids } = await started(
      `# Net\n\n${section(['Hardware Type: GPU T4 x 2', 'Hours used: A few hours', 'Cloud Provider: GCP', 'Compute Region: europe-west4'])}`,
    );
    expect(text).toMatch(/hardware: T4\n {4}accelerators: 2\n/);
    expect(text).toContain('    location: gcp europe-west4');
    expect(text).toContain('    # "Hours used: A few hours"  # not read: how many hours?');
    expect(ids).toContain('unclear-answer');
  });

  it('asks whether hours are of all devices, and which region is meant', async () => {
    const { text } = await started(
      `# Net\n\n${section(['Hardware Type: 2 x V100', 'Hours used: 40', 'Cloud Provider: AWS', 'Compute Region: US-east'])}`,
    );
    expect(text).toContain(
      '    # "Hours used: 40"  # of all 2 devices together, or by the clock (then duration: 40 h and accelerators: 2)?',
    );
    expect(text).toContain('    # location: aws us-east-1  # the card says "US-east": aws us-east-1 or aws us-east-2?');
  });

  it.each([
    ['its title', '# Model Card for Net-7\n', "model: Net-7  # the card's title: is it the name of the model?"],
    [
      '`model-index`',
      '---\nlicense: mit\nmodel-index:\n- name: net-9\n---\n# A title\n',
      'model: net-9  # the name in `model-index`: is it the name of the model?',
    ],
    ['nothing', '# Model Card\n', 'model: My model  # its name, or { id: org/name, name: … }?'],
  ])('names the model by %s', async (_, head, line) => {
    const { text } = await started(`${head}\n${section(['Carbon Emitted: 12 kg'])}`);
    expect(text.split('\n')).toContain(line);
  });

  it('asks for the base model of a fine-tune', async () => {
    const { text } = await started(`---\nbase_model: org/base-7b\n---\n# Net\n\n${section(['Carbon Emitted: 12 kg'])}`);
    expect(text).toContain('\n# base_model: org/base-7b  # the card names it: is the model made from it?\n');
    expect(text).toContain('  - phase: finetuning  # the card names a base model: is it right?');
  });

  it('has every answer of a section as a value or in a comment', async () => {
    const answer = fc.oneof(
      fc.constantFrom(
        'GPU T4 x 2',
        'A few hours',
        'Kaggle',
        'GCP  tpu-v8s',
        'US-east',
        '12 kg',
        'Two days.',
        '1 week',
        'at home',
        '0.5 to 0.7 kg',
      ),
      fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9 ,.()%-]{0,30}[A-Za-z0-9]$/),
    );
    const labels = ['Hardware Type', 'Hours used', 'Cloud Provider', 'Compute Region', 'Carbon Emitted', 'Energy consumed'];
    await fc.assert(
      fc.asyncProperty(fc.tuple(...labels.map(() => answer)), async (answers) => {
        // A value that is there in any case, so that the card is a record.
        const card = `---\nco2_eq_emissions: 7777\n---\n# Net\n\n${section(labels.map((label, at) => `${label}: ${answers[at]}`))}`;
        const file = join(folder, 'any.md');
        await writeFile(file, card);
        const { text } = await initManifest([file], { out: '-' }).catch(() => ({ text: undefined }));
        fc.pre(text !== undefined);
        const open = /^(?:more information needed|n\/?a|none|unknown|tbd)\.?$/i;
        const words = answers.filter((one) => !open.test(one.trim())).map((one) => one.replace(/\s+/g, ' '));
        const draft = (text ?? '').replace(/\s+/g, ' ').replaceAll('; ', ' ');
        for (const one of words) for (const word of one.split(' ')) expect(draft).toContain(word);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['no section', '# Net\n\nText.\n', ['card-says-nothing']],
    ['invalid front matter', '---\nlicense: [mit\n---\n# M\n', ['front-matter']],
    ['a marker alone', '# M\n\n<!-- carboncard:begin -->\n', ['markers']],
    ['a NUL byte', '# M\n\0\n', ['card-says-nothing']],
  ])('is refused for a card with %s', async (_, card, ids) => {
    expect(await errorsOf(started(card))).toEqual(ids);
  });
});

describe('an audit of a card that `card` edits or refuses', () => {
  it.each([
    ['an empty card', '', ['no-claim']],
    ['blank lines', '\n \n', ['no-claim']],
    ['a NUL byte', '# M\n\0\n', ['no-claim']],
    ['a byte order mark', '\uFEFF---\nlicense: mit\n---\n# M\n', ['no-claim']],
    ['invalid front matter without emissions', '---\nlicense: [mit\n---\n# M\n', ['front-matter']],
    ['invalid front matter with emissions', '---\nco2_eq_emissions: [5\n---\n# M\n', ['metadata-unreadable']],
    ['a marker alone', '# M\n\n<!-- carboncard:begin -->\n', ['markers']],
  ])('finds what `card` refuses, and nothing else: %s', async (_, card, ids) => {
    const file = join(folder, 'audited.md');
    await writeFile(file, card);
    const [audited] = await auditFiles([file]);
    expect(audited?.findings.map(({ id }) => id)).toEqual(ids);
  });
});
