import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { auditFiles } from '../../../src/verbs/audit.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const slugs = readdirSync(`${root}fixtures/runs`);

describe('our own reports', () => {
  it.each(slugs)('%s raises nothing, not even a note', async (slug) => {
    const files = [`reports/${slug}/carbon.md`, `reports/${slug}/assessment.json`, `fixtures/runs/${slug}/carboncard.yaml`];
    const audited = await auditFiles(files.map((file) => `${root}${file}`));
    expect(audited.map(({ kind }) => kind)).toEqual(['card', 'assessment', 'manifest']);
    expect(audited.flatMap(({ findings }) => findings)).toEqual([]);
  });

  it.each(slugs)('%s: the whole report raises no error and no warning', async (slug) => {
    const [audited] = await auditFiles([`${root}reports/${slug}/report.md`]);
    expect(audited?.findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
  });
});
