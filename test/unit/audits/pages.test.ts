import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { severitiesOf } from '../../../src/audits/audit.js';
import { auditIds, auditPage } from '../../../src/audits/ids.js';
import { audits } from '../../../src/audits/index.js';
import { examplesOf, findingsOf, pageOf } from './pages.js';

const folder = new URL('../../../docs/audits/', import.meta.url);

describe.each(auditIds)('the page of %s', (id) => {
  it('has the id as its heading, then the question and the severity', () => {
    const [heading, , question] = pageOf(id).split('\n');
    expect(heading).toBe(`# ${id}`);
    expect(question).toBe(`${audits[id].question} Severity: ${severitiesOf(audits[id]).join(' or ')}.`);
  });

  it('has an example that is caught, with what is said of it', () => {
    const [finding] = findingsOf(id, examplesOf(id, 'Caught'));
    expect(pageOf(id)).toContain(`\n> ${finding?.message}\n`);
  });

  it('has an example that is not caught', () => {
    const examples = examplesOf(id, 'Not caught');
    expect(examples.length).toBeGreaterThan(0);
    expect(findingsOf(id, examples)).toEqual([]);
  });

  it('says how to turn it off', () => {
    const comment = /<!-- carboncard-audit [a-z-]+: off -->/.exec(pageOf(id))?.[0] ?? '';
    const cards = examplesOf(id, 'Caught');
    expect(findingsOf(id, cards).length).toBeGreaterThan(0);
    expect(
      findingsOf(
        id,
        cards.map((card) => `${card}\n${comment}\n`),
      ),
    ).toEqual([]);
    expect(pageOf(id)).toContain(`\`audits: { ${id}: off }\``);
  });

  it('says why it matters and what to do, in less than 60 lines', () => {
    expect(pageOf(id)).toMatch(/^## Why it matters\n\n\S[\S\s]+^## What to do\n\n\S/m);
    expect(pageOf(id).split('\n').length).toBeLessThan(60);
  });
});

describe('the list of pages', () => {
  it('has each audit, in the order of `--list`', () => {
    const rows = auditIds.map((id) => `| [${id}](${id}.md) | ${severitiesOf(audits[id]).join(' or ')} | ${audits[id].question} |`);
    expect(readFileSync(new URL('README.md', folder), 'utf8')).toContain(`\n${rows.join('\n')}\n`);
  });

  it('has no page of an audit that is not there', () => {
    const pages = auditIds.map((id) => auditPage(id).replace('docs/audits/', ''));
    expect(readdirSync(folder).toSorted()).toEqual([...pages, 'README.md'].toSorted());
  });
});
