import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditFiles } from '../../../src/verbs/audit.js';
import { updateModelCard } from '../../../src/verbs/card.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'audit-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What `audit README.md -m carboncard.yaml` finds in a card that was written from a manifest, and then changed. */
async function found(manifest: string, change: (card: string) => string, other = manifest): Promise<readonly string[]> {
  const [card, file] = [join(folder, 'README.md'), join(folder, 'carboncard.yaml')];
  await writeFile(card, '# A model\n');
  await writeFile(file, manifest);
  await updateModelCard(card, { manifest: file, formats: ['md'] });
  await writeFile(card, change(await readFile(card, 'utf8')));
  await writeFile(file, other);
  const audited = await auditFiles([card], { manifest: file });
  return audited.flatMap(({ findings }) =>
    findings.flatMap(({ severity, id, message, expected }) => (severity === 'note' ? [] : [`${severity}[${id}] ${message} ${expected}`])),
  );
}

const one = 'model: M\nhardware: 16 x H100\nduration: 200 h\nlocation: FR\nyear: 2023\n';
const two = `model: M\nlocation: FR\nyear: 2023\nphases:
  - { phase: training, hardware: 16 x H100, duration: 200 h }
  - { phase: finetuning, hardware: 4 x A100, duration: 10.5 h }
  - { phase: deployment, hardware: 1 x L4, duration: 30 days, requests: 1000 }
`;
const hours = (to: string) => (card: string) => card.replace(/(Hours used:\*\*) \S+/, `$1 ${to}`);

describe('audit of a card beside its manifest', () => {
  it.each([
    one,
    two,
    'model: M\nenergy: { value: 3 MWh, boundary: node }\nlocation: FR\nyear: 2023\n',
  ])('finds nothing in a card as it was written (%#)', async (manifest) => {
    expect(await found(manifest, (card) => card)).toEqual([]);
  });

  it.each([
    [
      one,
      'error[gpu-hours-as-hours] 2,000 GPU-hours do not match the manifest: 16 × H100 for 200 h make 3,200 accelerator-hours. Write 3,200 GPU-hours: `carboncard card` writes the section again',
    ],
    [
      two,
      'error[gpu-hours-as-hours] 2,000 GPU-hours do not match the manifest: its phases have 3,242 accelerator-hours. Write 3,242 GPU-hours: `carboncard card` writes the section again',
    ],
  ])('finds other hours than those of the manifest (%#)', async (manifest, finding) => {
    expect(await found(manifest, hours('2,000'))).toEqual([finding]);
  });

  it('compares nothing with the manifest of another model, given for its settings', async () => {
    expect(await found(one, hours('2,000'), one.replace('model: M', 'model: Warbler'))).toEqual([]);
  });

  it('takes the settings of the manifest', async () => {
    expect(await found(one, hours('2,000'), `${one}audits: { gpu-hours-as-hours: off }\n`)).toEqual([]);
  });

  it('finds nothing in the card of the repository', async () => {
    const files = [`${root}fixtures/cards/small-lm/after/README.md`];
    const audited = await auditFiles(files, { manifest: `${root}fixtures/cards/small-lm/carboncard.yaml` });
    expect(audited.map(({ findings }) => findings)).toEqual([[]]);
  });
});
