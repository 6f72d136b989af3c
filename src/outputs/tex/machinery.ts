import { definitionsFor } from '../../sections/words/tex/definitions.js';

/** What the figures and tables of `carbon.tex` are set with: packages, other scripts, widths of the table. */
export function machinery(content: string): readonly string[] {
  return [
    '\\expandafter\\ifx\\csname @nodocument\\endcsname\\relax\\else\\RequirePackage{booktabs,siunitx}\\fi',
    '\\ifcsname ver@siunitx.sty\\endcsname\\ifcsname ver@booktabs.sty\\endcsname\\else',
    ...missing('booktabs'),
    '\\fi\\else',
    ...missing('siunitx'),
    '\\fi',
    ...(content.includes('\\carbontext{') ? otherScripts : []),
    ...definitionsFor(content).map((line) => `${line}%`),
    ...widths,
  ];
}

function missing(name: string): readonly string[] {
  return [`\\errmessage{carbon.tex needs \\string\\usepackage{${name}} in the preamble}%`];
}

const otherScripts = [
  '% Other scripts: XeLaTeX and LuaLaTeX print the first text where the font has it; pdfLaTeX prints the second.',
  '% Define \\carbontext before this file to set them in another way, such as \\newcommand\\carbontext[2]{{\\cjkfont #1}}.',
];

/** The table is as wide as its column, and no wider than reads well; its first column gets what the numbers leave. */
const widths = [
  '% The table fits its column.',
  '\\ifdefined\\carbonlabels\\else\\newdimen\\carbonlabels\\newdimen\\carbonwidth\\fi',
  '\\def\\carbonwidths{\\ifdim\\linewidth<300pt \\footnotesize\\tabcolsep=2.4pt \\else\\small\\fi',
  '\\carbonwidth=\\linewidth \\ifdim\\carbonwidth>30em \\carbonwidth=30em \\fi}%',
  '\\def\\carbonmeasured#1#2{\\setbox0\\hbox{#1}\\carbonlabels=\\dimexpr\\carbonwidth-\\wd0\\relax \\setbox2\\hbox{#2}}%',
  '% Smaller where the numbers leave too little for the longest word of the first column.',
  '\\def\\carbonmeasure#1#2{\\carbonmeasured{#1}{#2}%',
  '\\ifdim\\carbonlabels<\\wd2 \\scriptsize\\tabcolsep=2pt \\carbonmeasured{#1}{#2}\\fi',
  '\\ifdim\\carbonlabels<\\wd2 \\tiny\\tabcolsep=1.2pt \\carbonmeasured{#1}{#2}\\fi}%',
  '\\def\\carbongroup#1#2{\\multicolumn{#1}{@{}>{\\raggedright}p{\\carbonwidth}@{}}{\\emph{#2}}\\\\}%',
];
