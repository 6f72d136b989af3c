import type { Assessment } from '../assessment/assessment.js';
import { asLine } from '../render/tokens.js';
import { type BibEntry, entryText, reportEntry, reportKey, texUrl } from '../sections/words/tex/bibtex.js';
import { fallbacks } from '../sections/words/tex/characters-data.js';
import { type OtherCharacters, replacementOf, texText } from '../sections/words/tex/text.js';
import { type Work, worksOf } from '../sections/words/works.js';
import { outputTexts } from './ids.js';
import type { Output } from './output.js';

/**
 * The report, the model and the sources of its figures as BibTeX, which biber reads too.
 *
 * All entries are `@misc`, the only type that every style prints as it is: a citation of a manifest is one text, and no author or journal
 * is made up from it. Accents are commands; other scripts stand as they are, with a replacement for pdfLaTeX in `@preamble`.
 */
export const bib = {
  id: 'bib',
  render: (assessment) => new Map([[outputTexts.bib.files, bibliography(assessment)]]),
} as const satisfies Output;

function bibliography(assessment: Assessment): string {
  const others = new Set<string>();
  const other = ({ native }: OtherCharacters): string => {
    for (const character of native) others.add(character);
    return native;
  };
  const text = (words: string): string => texText(asLine(words), { other });
  const report = reportEntry(assessment, { other });
  const model = modelEntry(assessment, text);
  const taken = new Set([report.key, ...(model === undefined ? [] : [model.key])]);
  const works = worksOf(assessment).filter(({ ids }) => !(ids.length === 1 && ids[0] === 'manifest'));
  const entry = (work: Work): string => entryText(workEntry(work, { taken, text }));
  const used = works.filter(({ isUsed }) => isUsed).map(entry);
  const alternatives = works.filter(({ isUsed }) => !isUsed).map(entry);
  const entries = [
    `% The report: \\cite{${report.key}}\n\n${entryText(report)}`,
    ...(model === undefined ? [] : [`% The model: \\cite{${model.key}}\n\n${entryText(model)}`]),
    ...(used.length === 0 ? [] : [['% Sources of the figures; \\nocite{*} lists all.', ...used].join('\n\n')]),
    ...(alternatives.length === 0
      ? []
      : [['% Sources of published figures for the same place and year that are not used.', ...alternatives].join('\n\n')]),
  ];
  return `${[...preamble([...others], entries.join('\n')), ...entries].join('\n\n')}\n`;
}

/** The model, where the manifest says how to cite it or where it is published. */
function modelEntry({ model }: Assessment, text: (words: string) => string): BibEntry | undefined {
  if (model.cite === undefined && model.url === undefined) return undefined;
  return {
    key: reportKey(model.slug).replace(/-carbon-footprint$/, ''),
    fields: [
      ['title', `{${text(model.name)}}`],
      ['key', text(model.name)],
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
      ['key', text(short)],
      ['year', work.year === undefined ? undefined : String(work.year)],
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

/** What pdfLaTeX prints for characters that the document has not set up; other engines take the font's. */
function preamble(others: readonly string[], entries: string): readonly string[] {
  const commands = Object.entries(fallbacks).filter(([command]) => new RegExp(`\\${command}(?![A-Za-z])`).test(entries));
  const lines = [
    ...commands.map(([command, text]) => `\\ProvideTextCommandDefault{${command}}${text.includes('#1') ? '[1]' : ''}{${text}}`),
    ...others.map((character) => {
      const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      return `\\ifdefined\\Umathchar\\else\\ifcsname u8:\\detokenize{${character}}\\endcsname\\else\\DeclareUnicodeCharacter{${code}}{${replacementOf(character)}}\\fi\\fi`;
    }),
  ];
  return lines.length === 0 ? [] : [`@preamble{"${lines.join('"\n  # "')}"}`];
}
