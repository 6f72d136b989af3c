import type { Assessment } from '../../assessment/assessment.js';
import { asLine } from '../../render/tokens.js';
import { type BibEntry, entryText, reportEntry, reportKey, texUrl, undated } from '../../sections/words/tex/bibtex.js';
import { carbontext, definitionsFor } from '../../sections/words/tex/definitions.js';
import { type OtherCharacters, texText } from '../../sections/words/tex/text.js';
import { type Work, worksOf } from '../../sections/words/works.js';
import { outputTexts } from '../ids.js';
import type { Output, OutputContext } from '../output.js';
import { messages } from './messages.js';

/**
 * The report, the model and the sources of its figures as BibTeX, which biber reads too.
 *
 * All entries are `@misc`, the only type that every style prints as it is: a citation of a manifest is one text, and no author or journal
 * is made up from it. A year is that of the source, or the one that its text closes with.
 */
export const bib = {
  id: 'bib',
  render: (assessment, { report }) => {
    reportLacking(assessment, report);
    return new Map([[outputTexts.bib.files, bibliography(assessment)]]);
  },
} as const satisfies Output;

/** A report without these can't be found by who reads the paper. */
function reportLacking({ report: facts, model }: Assessment, report: OutputContext['report']): void {
  const lacks = [
    ...(facts.authors.length === 0 ? [{ what: 'author', key: 'authors: [A. Author]' }] : []),
    ...(facts.date === undefined ? [{ what: 'year', key: 'date: 2026-03-01' }] : []),
    ...((facts.url ?? model.url) === undefined ? [{ what: 'address', key: 'url: https://…' }] : []),
  ];
  if (lacks.length === 0) return;
  report(
    messages.reportLacks(
      lacks.map(({ what }) => `no ${what}`),
      lacks.map(({ key }) => key),
    ),
  );
}

function bibliography(assessment: Assessment): string {
  // In braces, one letter to the styles that cut names.
  const other = (characters: OtherCharacters): string => `{${carbontext(characters)}}`;
  const text = (words: string): string => texText(asLine(words), { other });
  const report = reportEntry(assessment, { other });
  const model = modelEntry(assessment, text);
  const taken = new Set([report.key, ...(model === undefined ? [] : [model.key])]);
  const works = worksOf(assessment).filter(({ ids }) => !(ids.length === 1 && ids[0] === 'manifest'));
  const entry = (work: Work): string => withYear(workEntry(work, { taken, text }));
  const used = works.filter(({ isUsed }) => isUsed).map(entry);
  const alternatives = works.filter(({ isUsed }) => !isUsed).map(entry);
  const entries = [
    `% The report: \\cite{${report.key}}\n\n${withYear(report)}`,
    ...(model === undefined ? [] : [`% The model: \\cite{${model.key}}\n\n${withYear(model)}`]),
    ...(used.length === 0 ? [] : [['% Sources of the figures; \\nocite{*} lists all.', ...used].join('\n\n')]),
    ...(alternatives.length === 0
      ? []
      : [['% Sources of published figures for the same place and year that are not used.', ...alternatives].join('\n\n')]),
  ];
  const all = entries.join('\n\n');
  return `${[...preamble(all), ...(all.includes(undatedField) ? [withoutYear] : []), all].join('\n\n')}\n`;
}

/** An entry as text; the styles of natbib warn of one without a year. */
function withYear({ key, fields }: BibEntry): string {
  return entryText({ key, fields: fields.map(([name, value]) => [name, name === 'year' ? (value ?? undated) : value]) });
}

const undatedField = `\n  year = ${undated},`;

/** BibTeX reads what is inside a `@comment`, and biber does not: it prints its own word for an absent year, and warns of any text there. */
const withoutYear = [
  '% Works without a year: BibTeX prints n.d., biblatex its own word.',
  `@string{${undated} = ""}`,
  `@comment{@string{${undated} = "n.d."}}`,
].join('\n');

/** The year that a citation gives: `JMLR 24(253), 2023`, `(2021)`; that of an arXiv number. */
function yearIn(title: string): string | undefined {
  const years = new Set([...title.matchAll(/[,(]\s*((?:19|20)\d\d)(?=\s*(?:[).,;:]|$))/g)].map(([, year]) => year));
  if (years.size === 1) return [...years][0];
  const arxiv = /\barxiv[:\s]\s?(\d\d)(?:0[1-9]|1[0-2])\.\d{4,5}\b/i.exec(title)?.[1];
  return years.size === 0 && arxiv !== undefined ? `20${arxiv}` : undefined;
}

/** The model, where the manifest says how to cite it or where it is published. */
function modelEntry({ model }: Assessment, text: (words: string) => string): BibEntry | undefined {
  if (model.cite === undefined && model.url === undefined) return undefined;
  return {
    key: reportKey(model.slug).replace(/-carbon-footprint$/, ''),
    fields: [
      ['title', `{${text(model.name)}}`],
      ['key', sortKey(model.name, model.slug)],
      ['year', (model.cite && yearIn(model.cite)) ?? /^\d{4}/.exec(model.released ?? '')?.[0]],
      ['note', model.cite === undefined ? undefined : text(model.cite)],
      ['url', model.url === undefined ? undefined : texUrl(model.url)],
    ],
  };
}

interface WorkContext {
  /** Keys in use; the new one is added. */
  readonly taken: Set<string>;
  readonly text: (words: string) => string;
}

function workEntry(work: Work, { taken, text }: WorkContext): BibEntry {
  const wish = workKey(work);
  let key = wish;
  for (let n = 2; taken.has(key); n += 1) key = `${wish}-${n}`;
  taken.add(key);
  const [short = work.title] = work.title.split(/[:,(]/);
  return {
    key,
    fields: [
      ['title', `{${text(work.title)}}`],
      // Without authors, styles sort and label by the key.
      ['key', sortKey(short.trim(), key)],
      ['year', work.year === undefined ? yearIn(work.title) : String(work.year)],
      ['note', work.licence === undefined ? undefined : `Licence: ${text(work.licence)}`],
      ['url', work.url === undefined ? undefined : texUrl(work.url)],
    ],
  };
}

/** The id of its source, without the place in the work that the id may end with. */
function workKey({ title, ids: [id = ''] }: Work): string {
  const words = title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return words !== '' && id.startsWith(words) ? words : id.replaceAll(/[^\w-]/g, '');
}

/** What styles sort and label by: they cut it anywhere, and warn where it is long. */
function sortKey(name: string, id: string): string {
  return texText(/^[\x20-\x7e]{1,60}$/.test(name) ? name : id);
}

/** Definitions that the entries need, where they need any. */
function preamble(entries: string): readonly string[] {
  const lines = definitionsFor(entries);
  return lines.length === 0 ? [] : [`@preamble{"${lines.join('"\n  # "')}"}`];
}
