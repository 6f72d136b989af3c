import type { Assessment, Line, LineStep } from '../assessment/assessment.js';
import { componentNames } from '../assessment/component-names.js';
import { phaseTitle } from '../assessment/coverage.js';
import { componentIds } from '../assessment/ids.js';
import { columnOf } from '../units/column.js';
import { atMost } from '../units/format.js';
import { intervalOf } from '../units/quantity.js';
import type { Section, TemplateValue } from './section.js';
import { placesIn } from './words/phases.js';
import { boundaryNames, intervalText } from './words/words.js';

/** A line with the steps that are shown at it. */
interface OwnSteps {
  readonly line: Line;
  readonly steps: readonly LineStep[];
}

/** Lines that are calculated in one way, the largest first. */
type Group = readonly [OwnSteps, ...OwnSteps[]];

/** Each different computation once, with the numbers of its largest line; then the results of the others. */
export const arithmetic = {
  id: 'arithmetic',
  data: (assessment) => {
    const several = assessment.phases.length > 1;
    return {
      several,
      groups: groupsOf(stepsOnce(assessment)).map((group) => {
        const [{ line, steps }, ...others] = group;
        const lines = group.map((one) => one.line);
        return {
          title: several ? `${componentNames[line.component]}: ${placesIn(assessment, lines)}` : componentNames[line.component],
          phase: several ? phaseTitle(assessment, line) : undefined,
          basis: line.basis,
          boundary: boundaryNames[line.boundary],
          interval: intervalText(line.emissions),
          notes: notesOf(assessment, lines),
          steps: steps.map(stepText),
          table: others.length === 0 ? undefined : resultsOf(assessment, others),
        };
      }),
    };
  },
} as const satisfies Section;

/** Characters of code that fit beside each other on paper. */
const lineWidth = 100;

/** A step: with its numbers below the formula, or behind it where there is room. */
function stepText({ name, formula, numbers }: LineStep): TemplateValue {
  const isShort = `${name} = ${formula} = ${numbers}`.length <= lineWidth;
  return { name, formula, numbers, isShort };
}

/** The lines with the steps that no line before them in the same phase has. */
function stepsOnce({ lines }: Assessment): readonly OwnSteps[] {
  const shown = new Set<string>();
  return lines.map((line) => {
    const steps = line.steps.filter((step) => {
      const key = JSON.stringify([line.phase, line.name, step]);
      const isNew = !shown.has(key);
      shown.add(key);
      return isNew;
    });
    return { line, steps };
  });
}

/** Lines by component, boundary and steps, in the order of the components. */
function groupsOf(lines: readonly OwnSteps[]): readonly Group[] {
  const groups = new Map<string, [OwnSteps, ...OwnSteps[]]>();
  const orderOf = ({ line }: OwnSteps): number => componentIds.indexOf(line.component);
  for (const own of lines.toSorted((a, b) => orderOf(a) - orderOf(b))) {
    const key = JSON.stringify([own.line.component, own.line.boundary, own.steps.map(({ name, formula }) => [name, formula])]);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [own]);
    else known.push(own);
  }
  return [...groups.values()].map((group) => group.sort((a, b) => b.line.emissions.value - a.line.emissions.value));
}

/** Results of the same steps for other lines; a result has its unit in the head. */
function resultsOf(assessment: Assessment, lines: readonly OwnSteps[]): TemplateValue {
  const heads = (lines[0]?.steps ?? []).map(({ name }, index) => {
    const units = new Set(lines.map(({ steps }) => resultOf(steps[index]).unit));
    const [unit = ''] = units;
    return { name, unit: units.size === 1 && unit !== '' ? unit : undefined, own: units.size > 1 };
  });
  const emissions = columnOf(lines.map(({ line }) => line.emissions));
  const hasIntervals = lines.some(({ line }) => intervalOf(line.emissions) !== undefined);
  return {
    heads,
    intervalUnit: hasIntervals ? emissions.unit : undefined,
    rows: lines.map(({ line, steps }, row) => ({
      phase: phaseTitle(assessment, line),
      results: heads.map(({ own }, index) => {
        const { number, unit } = resultOf(steps[index]);
        return own ? `${number} ${unit}` : number;
      }),
      interval: emissions.parts[row]?.interval ?? '–',
      basis: line.basis,
    })),
  };
}

/** The result of a step, to six digits: `6,780` and `kWh` of `22,600 h × 300 W = 6,780 kWh`. */
function resultOf(step: LineStep | undefined): { readonly number: string; readonly unit: string } {
  const result = step?.numbers.split(' = ').at(-1) ?? '';
  const [, digits = '', unit = ''] = /^([−-]?[\d,]*\.?\d+)[ \u00a0\u202f]?(.*)$/u.exec(result) ?? [];
  if (digits === '') return { number: result, unit: '' };
  return { number: atMost(Number(digits.replaceAll(',', '').replace('−', '-')), 6), unit };
}

/** The notes of the lines, each once, with its phases where others have none. */
function notesOf(assessment: Assessment, lines: readonly Line[]): readonly TemplateValue[] {
  const texts = [...new Set(lines.flatMap(({ notes }) => notes))];
  return texts.map((text) => {
    const own = lines.filter(({ notes }) => notes.includes(text));
    return { text, phases: own.length < lines.length ? placesIn(assessment, own) : undefined };
  });
}
