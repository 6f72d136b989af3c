import type { PhrasingContent, Root, RootContent, TableCell } from 'mdast';
import type { Assessment } from '../../assessment/assessment.js';
import { version } from '../../assessment/version.js';
import { renderMarkdown } from '../../render/markdown.js';
import { asLine } from '../../render/tokens.js';
import { parametersText } from '../../sections/cover.js';
import { withoutEnergyText } from '../../sections/words/accounting.js';
import { baseModelsSentence } from '../../sections/words/base-models.js';
import { deviceHours, placesText } from '../../sections/words/facts.js';
import { mostDevices } from '../../sections/words/most.js';
import { mainPhases, mainTotal, shortInterval } from '../../sections/words/words.js';
import { formatted } from '../../units/format.js';
import { outputTexts } from '../ids.js';
import type { Output, OutputContext } from '../output.js';
import { furtherRuns, questions } from './facts.js';
import { messages } from './messages.js';

const unstated = 'not stated';

/**
 * Answers for the checklists of conferences: the compute paragraph and question 8 of NeurIPS (experiments compute resources), and
 * section C of the responsible NLP checklist of ACL. What the manifest lacks stays open in the file, and is reported with its key.
 */
export const checklist = {
  id: 'checklist',
  render: (assessment, { report }) => {
    reportLacking(assessment, report);
    return new Map([[outputTexts.checklist.files, renderMarkdown(documentOf(assessment))]]);
  },
} as const satisfies Output;

function reportLacking(assessment: Assessment, report: OutputContext['report']): void {
  const { phases, model } = assessment;
  if (model.parameters === undefined) report(messages.lacks('the number of parameters', [], '`parameters:` to `model`'));
  for (const { what, key, answer } of questions) {
    const silent = phases.filter((facts) => answer(facts, assessment) === undefined).map(({ title }) => title);
    if (silent.length > 0) report(messages.lacks(what, silent, key));
  }
  const { isKnown, unknownIn } = furtherRuns(assessment);
  if (!isKnown) report(messages.lacksFurtherRuns(unknownIn));
}

function documentOf(assessment: Assessment): Root {
  const { model, phases } = assessment;
  return {
    type: 'root',
    children: [
      heading(1, `Checklists: ${model.name}`),
      paragraph(
        `Answers from the assessment of carboncard ${version}, for you to check and to complete: “${unstated}” is what the manifest does not say.`,
      ),
      heading(2, 'NeurIPS, experiments compute resources'),
      labelled('Answer', isComplete(assessment) ? 'Yes' : 'Yes, as far as it is recorded; complete what is not stated'),
      labelled('Justification', computeText(assessment)),
      table(
        ['Phase', ...questions.map(({ head }) => head)],
        phases.map((facts) => [facts.title, ...questions.map(({ answer }) => answer(facts, assessment) ?? unstated)]),
      ),
      heading(2, 'ACL, responsible NLP checklist, section C'),
      labelled('C1, parameters, computational budget and infrastructure', budgetText(assessment)),
      labelled('C2, experimental set-up and hyperparameters', 'not in the records of an assessment; answer it from your paper'),
      labelled('C3, descriptive statistics of the results', runsText(assessment)),
      labelled('C4, versions and settings of packages', 'not in the records of an assessment; answer it from your paper'),
    ],
  };
}

/** The paragraph for the paper. */
function computeText(assessment: Assessment): string {
  const { model, totals } = assessment;
  const total = mainTotal(assessment);
  const isDeveloped = totals.development !== undefined;
  const interval = total && shortInterval(total.emissions);
  const hours = deviceHours(assessment);
  const base = baseModelsSentence(assessment);
  const energy = total?.energy && formatted(total.energy).text;
  const without = withoutEnergyText(assessment, mainPhases(assessment));
  const took = [hours, energy && `${energy} of electricity${without === undefined ? '' : ` (${without})`}`].filter(
    (part) => part !== undefined,
  );
  return [
    `${isDeveloped ? 'Development' : 'Use'} of ${model.name} ran on ${mostDevices(assessment) ?? `hardware that is ${unstated}`}, in ${placesText(assessment) ?? `a place that is ${unstated}`}.`,
    took.length === 0 ? `Its compute is ${unstated}.` : `In total it took ${took.join(' and ')}.`,
    ...(total === undefined
      ? []
      : [
          `It emitted about ${formatted(total.emissions).text}${interval === undefined ? '' : ` (90 % interval ${interval})`}, by a screening carbon footprint.`,
        ]),
    furtherRuns(assessment).text,
    ...(base === undefined ? [] : [base]),
  ].join(' ');
}

function budgetText(assessment: Assessment): string {
  const { model } = assessment;
  const parameters = model.parameters === undefined ? `number of parameters ${unstated}` : `${parametersText(model.parameters)} parameters`;
  const hours = deviceHours(assessment) ?? `hours ${unstated}`;
  const energy = mainTotal(assessment)?.energy;
  return [
    parameters,
    hours,
    energy === undefined ? `energy ${unstated}` : `${formatted(energy).text} of electricity`,
    mostDevices(assessment) ?? `hardware ${unstated}`,
    placesText(assessment) ?? `place ${unstated}`,
  ].join('; ');
}

function runsText({ phases }: Assessment): string {
  const texts = phases
    .filter(({ phase }) => phase !== 'deployment')
    .map(
      ({ title, runs }) => `${title}: ${runs === undefined ? `number of runs ${unstated}` : runs === 1 ? 'a single run' : `${runs} runs`}`,
    );
  return `${texts.length === 0 ? '' : `${texts.join('; ')}. `}The results and their error bars are in your paper.`;
}

function isComplete(assessment: Assessment): boolean {
  return (
    furtherRuns(assessment).isKnown &&
    assessment.phases.every((facts) => questions.every(({ answer }) => answer(facts, assessment) !== undefined))
  );
}

function heading(depth: 1 | 2, text: string): RootContent {
  return { type: 'heading', depth, children: [plainText(text)] };
}

function paragraph(text: string): RootContent {
  return { type: 'paragraph', children: [plainText(text)] };
}

function labelled(label: string, text: string): RootContent {
  return { type: 'paragraph', children: [{ type: 'strong', children: [plainText(`${label}:`)] }, plainText(` ${text}`)] };
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): RootContent {
  const cells = (texts: readonly string[]): TableCell[] => texts.map((text) => ({ type: 'tableCell', children: [plainText(text)] }));
  return { type: 'table', children: [head, ...rows].map((row) => ({ type: 'tableRow', children: cells(row) })) };
}

function plainText(text: string): PhrasingContent {
  return { type: 'text', value: asLine(text) };
}
