import type { Assessment } from '../../../assessment/assessment.js';
import { version } from '../../../assessment/version.js';
import { type TexTextOptions, texText } from './text.js';

/** One entry of a bibliography; what is unknown is left out. */
export interface BibEntry {
  readonly key: string;
  readonly fields: readonly (readonly [string, string | undefined])[];
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A report as an entry of a bibliography. */
export function bibtexOf(assessment: Pick<Assessment, 'model' | 'report' | 'method'>): string {
  return entryText(reportEntry(assessment));
}

/** The macro that stands for a year that nobody stated. Its definition is for the file that uses it. */
export const undated = 'undated';

export function entryText({ key, fields }: BibEntry): string {
  const isMacro = (name: string, value: string): boolean => name === 'month' || (name === 'year' && value === undated);
  const written = fields.flatMap(([name, value]) =>
    value === undefined ? [] : [`  ${name} = ${isMacro(name, value) ? value : `{${value}}`},`],
  );
  return [`@misc{${key},`, ...written, '}'].join('\n');
}

/** The report, to cite. Year and month, which BibTeX and biber both read; with `date` beside them biber warns. */
export function reportEntry(
  { model, report, method }: Pick<Assessment, 'model' | 'report' | 'method'>,
  options?: TexTextOptions,
): BibEntry {
  const [, year, month] = /^(\d{4})(?:-(\d\d))?/.exec(report.date ?? '') ?? [];
  const address = report.url ?? model.url;
  const text = (written: string): string => texText(written, options);
  return {
    key: reportKey(model.slug),
    fields: [
      ['title', `Carbon footprint of {${text(model.name)}}`],
      ['author', report.authors.length === 0 ? undefined : report.authors.map((name) => authorText(name, text)).join(' and ')],
      // Without authors, styles sort by the key.
      ['key', report.authors.length === 0 ? texText(model.slug) : undefined],
      ['year', year],
      ['month', month === undefined ? undefined : months[Number(month) - 1]],
      ['note', `carboncard ${version}, factor tables ${text(method.factors)}`],
      ['url', address === undefined ? undefined : texUrl(address)],
    ],
  };
}

export function reportKey(slug: string): string {
  return `${slug.replace(/[^\w-]/g, '')}-carbon-footprint`;
}

/** A name with a comma is one name, and not family name and given name. */
function authorText(name: string, text: (written: string) => string): string {
  return name.includes(',') || /\sand\s/i.test(name) ? `{${text(name)}}` : text(name);
}

/** An address without what would end the field or the command around it, in the characters that an address may have. */
export function texUrl(url: string): string {
  return url.toWellFormed().replace(/[\s\\{}"<>^`|]|[^\u0020-\u007e]/gu, (character) => encodeURIComponent(character));
}
