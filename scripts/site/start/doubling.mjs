import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { h, s } from 'hastscript';

/** What “doubled” may mean. Beyond it, the sentence below is false, and the build says so. */
const doubled = { least: 1.9, most: 2.2 };

/** The finding of BLOOM's report as a heading, a sentence and two bars. Every figure is calculated from its assessment. */
export async function doubling({ root, compiled }) {
  const program = (path) => import(pathToFileURL(join(compiled, path)).href);
  const { formatted, percent, significant } = await program('units/format.js');
  const { componentNames, componentPhrases, componentsBySize } = await program('assessment/component-names.js');
  const { componentColour } = await program('charts/theme.js');
  const assessment = JSON.parse(readFileSync(join(root, 'reports/bloom/assessment.json'), 'utf8'));
  const { emissions, components } = assessment.totals.development;
  const partOf = (id) => components.find(({ component }) => component === id).emissions;
  const computing = partOf('dynamic');
  const ratio = emissions.value / computing.value;
  if (ratio < doubled.least || ratio > doubled.most) throw new Error(`BLOOM's total is ${ratio} times its computing: no doubling.`);
  const others = componentsBySize(assessment, 'development').filter((id) => id !== 'dynamic');
  const phrases = others.map((id) => componentPhrases[id]);
  const inWords = `${phrases.slice(0, -1).join(', ')}, and ${phrases.at(-1)}`;
  const digits = 3;
  const total = formatted(emissions, digits);
  const colourOf = (id) => `var(--chart-${componentColour[id].slice(1).toLowerCase()}, ${componentColour[id]})`;
  const textOf = (id) => `${componentNames[id]}: ${formatted(partOf(id), digits).text} (${percent(partOf(id).value / emissions.value)})`;
  return [
    h('h2', { id: 'bloom' }, `${sentence(inWords)} doubled BLOOM’s figure`),
    h('p', [
      `The electricity of computing alone emitted ${formatted(computing, digits).text}\u00a0CO₂e. `,
      `With ${inWords} it is `,
      h('strong', `${total.text}\u00a0CO₂e`),
      ` (90\u202f% interval ${total.interval}\u202f${total.unit}): ${significant(ratio, 2)} times as much. `,
      'Most cards print the first figure alone. ',
      h('a', { href: 'reports/bloom/report.html' }, 'BLOOM’s report'),
      ' has each line with its formula and its sources.',
    ]),
    bars({ rows: [['dynamic'], ['dynamic', ...others]], shareOf: (id) => partOf(id).value / emissions.value, colourOf, textOf }),
  ];
}

/** Two bars on one scale: computing alone, and all that is counted. The legend has the figures, so that no colour carries them alone. */
function bars({ rows, shareOf, colourOf, textOf }) {
  const [height, gap] = [9, 3];
  const marks = rows.flatMap((ids, row) =>
    ids.map((id, at) => {
      const before = ids.slice(0, at).reduce((sum, one) => sum + shareOf(one), 0);
      const [x, width] = [before * 100, shareOf(id) * 100 - 0.25].map((value) => Number(value.toFixed(3)));
      return s('rect', { x, y: row * (height + gap), width, height, fill: colourOf(id) });
    }),
  );
  const key = (id) =>
    h('li', [
      s('svg', { viewBox: '0 0 10 10', width: 10, height: 10, ariaHidden: 'true' }, s('rect', { width: 10, height: 10, fill: colourOf(id) })),
      ` ${textOf(id)}`,
    ]);
  return h('figure', { className: ['doubling'] }, [
    s('svg', { viewBox: `0 0 100 ${rows.length * (height + gap) - gap}`, preserveAspectRatio: 'none', ariaHidden: 'true' }, marks),
    h('figcaption', [h('ul', rows.at(-1).map(key)), 'Above: computing alone. Below: all that is counted.']),
  ]);
}

const sentence = (words) => words.replace(/^./, (letter) => letter.toUpperCase());
