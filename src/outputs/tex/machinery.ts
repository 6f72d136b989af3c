import { fallbacks } from '../../sections/words/tex/characters-data.js';

/** What the figures and tables of `carbon.tex` are set with: packages, other scripts, widths of the table. */
export function machinery(content: string): readonly string[] {
  return [
    '\\expandafter\\ifx\\csname @nodocument\\endcsname\\relax\\else\\RequirePackage{booktabs,siunitx}\\fi',
    '\\ifcsname ver@siunitx.sty\\endcsname\\ifcsname ver@booktabs.sty\\endcsname\\else',
    ...missing('booktabs'),
    '\\fi\\else',
    ...missing('siunitx'),
    '\\fi',
    ...defaultsFor(content),
    ...(content.includes('\\carbontext{') ? otherScripts : []),
    ...widths,
  ];
}

function missing(name: string): readonly string[] {
  return [`\\errmessage{carbon.tex needs \\string\\usepackage{${name}} in the preamble}%`];
}

/** What an encoding prints that lacks a character; one that has it is left alone. */
function defaultsFor(content: string): readonly string[] {
  const used = Object.entries(fallbacks).filter(([command]) => new RegExp(`\\${command}(?![A-Za-z])`).test(content));
  return used.map(([command, text]) => `\\ProvideTextCommandDefault{${command}}${text.includes('#1') ? '[1]' : ''}{${text}}%`);
}

const otherScripts = [
  '% Other scripts: XeLaTeX and LuaLaTeX print the first text where the font has it; pdfLaTeX prints the second.',
  '% Define \\carbontext before this file to set them in another way, such as \\newcommand\\carbontext[2]{{\\cjkfont #1}}.',
  '\\ifdefined\\carbontext\\else',
  '\\protected\\def\\carbontext#1#2{\\begingroup\\def\\carbonshown{#2}%',
  '\\ifdefined\\Umathchar\\def\\carbonother{#2}\\def\\carbonshown{#1}\\carbonscan#1\\relax\\fi\\expandafter\\endgroup\\carbonshown}%',
  '\\def\\carbonscan#1{\\ifx\\relax#1\\else\\iffontchar\\font`#1 \\else\\let\\carbonshown\\carbonother\\fi\\expandafter\\carbonscan\\fi}%',
  '\\fi',
];

/** The table is as wide as its column, and no wider than reads well; its first column gets what the numbers leave. */
const widths = [
  '% The table fits its column.',
  '\\ifdefined\\carbonlabels\\else\\newdimen\\carbonlabels\\newdimen\\carbonwidth\\fi',
  '\\def\\carbonwidths{\\ifdim\\linewidth<300pt \\footnotesize\\tabcolsep=3pt \\else\\small\\fi',
  '\\carbonwidth=\\linewidth \\ifdim\\carbonwidth>30em \\carbonwidth=30em \\fi}%',
  '\\def\\carbonmeasure#1{\\setbox0\\hbox{#1}\\carbonlabels=\\dimexpr\\carbonwidth-\\wd0\\relax}%',
  '\\def\\carbongroup#1#2{\\multicolumn{#1}{@{}>{\\raggedright}p{\\carbonwidth}@{}}{\\emph{#2}}\\\\}%',
];
