import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { h, s } from 'hastscript';

/** What “doubled” may mean. Beyond it, the heading below is false, and the build says so. */
const doubled = { min: 1.9, max: 2.2 };

/** The finding of BLOOM's report as a heading, a sentence and two bars. Every figure is calculated from its assessment. */
export async function doubling({ root, compiled }) {
  const program = (path) => import(pathToFileURL(join(compiled, path)).href);
  const { formatted, percent, significant } = await program('units/format.js');
  const { columnOfAll } = await program('units/column.js');
  const { componentNames, componentPhrases, componentsBySize } = await program('assessment/component-names.js');
  const { componentColour } = await program('charts/theme.js');
  const assessment = JSON.parse(readFileSync(join(root, 'reports/bloom/assessment.json'), 'utf8'));
  const { emissions, components } = assessment.totals.development;
  const others = componentsBySize(assessment, 'development').filter((id) => id !== 'dynamic');
  const ids = ['dynamic', ...others];
  const values = ids.map((id) => components.find(({ component }) => component === id).emissions);
  const ratio = emissions.value / values[0].value;
  if (ratio < doubled.min || ratio > doubled.max) throw new Error(`BLOOM's total is ${ratio} times its computing, which is not double.`);
  // With the digits of the report, whose printed parts add up.
  const { unit, parts } = columnOfAll(values, emissions);
  const marks = ids.map((id, at) => ({
    name: componentNames[id],
    text: `${parts[at].number}\u202f${unit}`,
    share: values[at].value / emissions.value,
    percent: percent(values[at].value / emissions.value),
    fill: `var(--chart-${componentColour[id].slice(1).toLowerCase()}, ${componentColour[id]})`,
  }));
  const phrases = others.map((id) => componentPhrases[id]);
  const inWords = `${phrases.slice(0, -1).join(', ')}, and ${phrases.at(-1)}`;
  const total = formatted(emissions);
  return [
    h('h2', { id: 'bloom' }, `${inWords.replace(/^./, (letter) => letter.toUpperCase())} doubled BLOOM’s figure`),
    h('p', [
      `The electricity of computing alone emitted ${marks[0].text}. With ${inWords}, it is `,
      h('strong', total.text),
      ` (90\u202f% interval ${total.interval}\u202f${total.unit}): ${significant(ratio, 2)} times as much. Most cards print the first figure alone. `,
      h('a', { href: 'reports/bloom/report.html' }, 'BLOOM’s report'),
      ' has each line with its formula and its sources.',
    ]),
    h('figure', { className: ['doubling'] }, [
      ...bar(`Computing alone: ${marks[0].text}`, marks.slice(0, 1)),
      ...bar(`All that is counted: ${total.text}`, marks),
      h('figcaption', h('ul', marks.map(keyOf))),
    ]),
  ];
}

/** A bar of which the whole width is the total. Text has the same figures, so that no colour carries them alone. */
function bar(label, marks) {
  const rects = marks.map(({ share, fill }, at) => {
    const before = marks.slice(0, at).reduce((sum, one) => sum + one.share, 0);
    const [x, width] = [before * 100, share * 100 - 0.25].map((value) => Number(value.toFixed(3)));
    return s('rect', { x, y: 0, width, height: 10, fill });
  });
  return [h('p', label), s('svg', { viewBox: '0 0 100 10', preserveAspectRatio: 'none', ariaHidden: 'true' }, rects)];
}

function keyOf({ name, text, percent, fill }) {
  const patch = s('svg', { viewBox: '0 0 10 10', width: 10, height: 10, ariaHidden: 'true' }, s('rect', { width: 10, height: 10, fill }));
  return h('li', [patch, ` ${name}: ${text} (${percent})`]);
}
