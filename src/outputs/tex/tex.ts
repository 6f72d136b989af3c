import type { Assessment } from '../../assessment/assessment.js';
import { version } from '../../assessment/version.js';
import { asLine } from '../../render/tokens.js';
import { accountingText } from '../../sections/words/accounting.js';
import { mainPhases } from '../../sections/words/words.js';
import { outputTexts } from '../ids.js';
import type { Output } from '../output.js';
import { type Fact, factsOf } from './facts.js';
import { machinery } from './machinery.js';
import { statementOf } from './statement.js';
import { tableOf } from './table.js';
import { written } from './written.js';

/** The statement and the table for a paper in LaTeX: `\input{carbon}`. */
export const tex = {
  id: 'tex',
  render: (assessment) => new Map([[outputTexts.tex.files, texOf(assessment)]]),
} as const satisfies Output;

function texOf(assessment: Assessment): string {
  const facts = factsOf(assessment);
  const content = [...figures(facts), ...statementLines(statementOf(assessment, facts)), ...tableLines(assessment)];
  return `${[...headOf(assessment, facts), ...machinery(content.join('\n')), ...content, ...printed].join('\n')}\n`;
}

/** In the preamble the file defines macros; in the document it prints them too. */
const printed = [
  '% In the preamble, all is defined for later; in the document, statement and tables are printed here.',
  '\\expandafter\\ifx\\csname @nodocument\\endcsname\\relax',
  '\\par\\begingroup\\emergencystretch=3em \\hbadness=10000 \\carbonstatement\\par\\endgroup\\carbontable',
  '\\fi',
];

function headOf({ model }: Assessment, facts: readonly Fact[]): readonly string[] {
  const macros = facts.map(({ macro }) => `\\${macro}`);
  return [
    `% Carbon footprint of ${asLine(model.name)}, by carboncard ${version}.`,
    '% Needs, in the preamble:  \\usepackage{booktabs,siunitx}',
    '% \\input{carbon} in the document prints the statement and the table. \\input{carbon} in the preamble, below the packages, prints nothing:',
    '% put \\carbonstatement, \\carbonsentence (its first sentence), \\carbontable (a float) or \\carbontabular (the table alone) where they belong.',
    `% The figures and sentences alone: ${macros.join(' ')}`,
  ];
}

function figures(facts: readonly Fact[]): readonly string[] {
  return ['% The figures.', ...facts.map(({ macro, tex: value }) => `\\def\\${macro}{${value}}%`)];
}

function statementLines(sentences: readonly string[]): readonly string[] {
  const [first = ''] = sentences;
  return [
    '% The statement, and its first sentence alone.',
    `\\def\\carbonsentence{${first}}%`,
    '\\def\\carbonstatement{\\carbonsentence{}',
    ...sentences.slice(1).map((sentence, index) => (index + 2 < sentences.length ? sentence : `${sentence}%`)),
    '}%',
  ];
}

/** The table alone, and as a float. Without lines there is none. */
function tableLines(assessment: Assessment): readonly string[] {
  const table = tableOf(assessment);
  if (table === undefined) return ['\\def\\carbontabular{}%', '\\def\\carbontable{}%'];
  return [
    '% The table alone, and as a float.',
    '\\def\\carbontabular{\\begingroup\\carbonwidths',
    ...table.map((line) => `${line}%`),
    '\\endgroup}%',
    '\\def\\carbontable{\\begin{table}[tbp]\\hbadness=10000 \\centering',
    `\\caption{${captionOf(assessment)}}\\label{tab:carbon-${assessment.model.slug.replaceAll(/[^\w.-]/g, '')}}%`,
    '\\ifdim\\belowcaptionskip<3pt \\vskip6pt \\fi\\carbontabular',
    '\\end{table}}%',
  ];
}

function captionOf(assessment: Assessment): string {
  const accounting = written(accountingText(assessment, mainPhases(assessment)));
  const interval = assessment.lines.some(({ emissions }) => emissions.low !== undefined) ? ', with 90\\,\\% intervals' : '';
  return `Electricity and emissions of \\carbonmodel{} (${accounting}${interval}). Parts are rounded so that they add up.`;
}
