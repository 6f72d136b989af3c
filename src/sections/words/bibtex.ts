import type { Assessment } from '../../assessment/assessment.js';
import { version } from '../../assessment/version.js';

/** A report as an entry of a bibliography. */
export function bibtexOf({ model, report, method }: Pick<Assessment, 'model' | 'report' | 'method'>): string {
  const year = /^\d{4}/.exec(report.date ?? '')?.[0];
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['title', `Carbon footprint of {${texText(model.name)}}`],
    ['author', report.authors.length === 0 ? undefined : report.authors.map(authorText).join(' and ')],
    ['year', year],
    ['date', report.date],
    ['note', `carboncard ${version}, factor tables ${texText(method.factors)}`],
    ['url', model.url === undefined ? undefined : texUrl(model.url)],
  ];
  const written = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = {${value}},`]));
  return [`@misc{${model.slug.replace(/[^\w-]/g, '')}-carbon-footprint,`, ...written, '}'].join('\n');
}

/** A name with a comma is one name, and not family name and given name. */
function authorText(name: string): string {
  return name.includes(',') || / and /.test(name) ? `{${texText(name)}}` : texText(name);
}

const commands: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Text that TeX prints as it is, on one line. */
export function texText(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\{}$&#%_~^]/g, (character) => commands[character] ?? `\\${character}`);
}

/** An address without what would end the field or the command around it. */
function texUrl(url: string): string {
  return url.replace(/[\s\\{}]/g, (character) => encodeURIComponent(character));
}
