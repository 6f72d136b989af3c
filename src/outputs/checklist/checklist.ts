import type { ListItem, PhrasingContent, Root, RootContent } from 'mdast';
import type { Assessment } from '../../assessment/assessment.js';
import { version } from '../../assessment/version.js';
import { headingNode, paragraphNode, strongNode, tableNode, textNode } from '../../render/formats/nodes.js';
import { renderMarkdown } from '../../render/markdown.js';
import { parametersText } from '../../sections/cover.js';
import { withoutEnergyText } from '../../sections/words/accounting.js';
import { baseModelsSentence } from '../../sections/words/base-models.js';
import { deviceHours, placesText } from '../../sections/words/facts.js';
import { mostDevices } from '../../sections/words/most.js';
import { mainPhases, mainTotal, shortInterval } from '../../sections/words/words.js';
import { formatted } from '../../units/format.js';
import { listed } from '../../units/listed.js';
import { outputTexts } from '../ids.js';
import type { Output, OutputContext } from '../output.js';
import { furtherRuns, type Lacking, lackingOf, questions } from './facts.js';
import { furtherRunsKey, messages } from './messages.js';

const unstated = 'not stated';

/**
 * Answers for the checklists of conferences: the compute paragraph and question 8 of NeurIPS (experiments compute resources), and
 * section C of the responsible NLP checklist of ACL. An answer is “Yes” only where all that is asked is in the records; what the manifest
 * lacks is listed in the file and reported, with its key.
 */
export const checklist = {
  id: 'checklist',
  render: (assessment, { report }) => {
    const lacking = allLacking(assessment);
    reportLacking(lacking, report);
    return new Map([[outputTexts.checklist.files, renderMarkdown(documentOf(assessment, lacking))]]);
  },
} as const satisfies Output;

/** What the manifest leaves open of all that the checklists ask. */
function allLacking(assessment: Assessment): readonly Lacking[] {
  const { isKnown, unknownIn } = furtherRuns(assessment);
  return [
    ...(assessment.model.parameters === undefined
      ? [{ what: 'the number of parameters', phases: [], key: '`parameters:` to `model`', of: 'ACL' as const, isPartial: false }]
      : []),
    ...lackingOf(assessment),
    ...(isKnown ? [] : [{ what: 'failed and preliminary runs', phases: unknownIn, key: furtherRunsKey(unknownIn), isPartial: false }]),
  ];
}

function reportLacking(lacking: readonly Lacking[], report: OutputContext['report']): void {
  for (const { what, phases, key, isPartial } of lacking) report(messages.lacks(what, phases, key, isPartial));
}

function documentOf(assessment: Assessment, lacking: readonly Lacking[]): Root {
  const { model, phases } = assessment;
  const ofNeurips = lacking.filter(({ of }) => of !== 'ACL');
  return {
    type: 'root',
    children: [
      headingNode(1, `Checklists: ${model.name}`),
      paragraphNode(
        `Answers from the assessment of carboncard ${version}, for you to check and to complete: “${unstated}” is what the manifest does not say.`,
      ),
      headingNode(2, 'NeurIPS, experiments compute resources'),
      labelled('Answer', answerWord(assessment, ofNeurips)),
      labelled('Justification', computeText(assessment)),
      tableNode([
        ['Phase', ...questions.map(({ head }) => head)],
        ...phases.map((facts) => [facts.title, ...questions.map(({ answer }) => answer(facts, assessment)?.text ?? unstated)]),
      ]),
      ...(ofNeurips.length === 0 ? [] : lackingNodes(ofNeurips)),
      headingNode(2, 'ACL, responsible NLP checklist, section C'),
      labelled('C1, parameters, computational budget and infrastructure', budgetText(assessment, lacking)),
      labelled('C2, experimental set-up and hyperparameters', 'not in the records of an assessment; answer it from your paper'),
      labelled('C3, descriptive statistics of the results', runsText(assessment)),
      labelled('C4, versions and settings of packages', 'not in the records of an assessment; answer it from your paper'),
    ],
  };
}

/** `Yes` where nothing is open, `No` where the records hold no part of it, else `Partly`. */
function answerWord(assessment: Assessment, open: readonly Lacking[]): 'Yes' | 'Partly' | 'No' {
  if (open.length === 0) return 'Yes';
  const asked = questions.filter(({ of }) => of !== 'ACL');
  const isKnown = assessment.phases.some((facts) =>
    asked.some(({ answer, head }) => head !== 'Place' && answer(facts, assessment) !== undefined),
  );
  return isKnown ? 'Partly' : 'No';
}

/** What an answer lacks, and the key of each in the manifest. */
function lackingNodes(lacking: readonly Lacking[]): readonly RootContent[] {
  const items = lacking.map(({ what, phases, key }): ListItem => {
    return { type: 'listItem', spread: false, children: [paragraphNode(`${what}${ofText(phases)}: add `, ...codeNodes(key))] };
  });
  return [paragraphNode('The answer lacks:'), { type: 'list', ordered: false, spread: false, children: items }];
}

function ofText(phases: readonly string[]): string {
  return phases.length === 0 ? '' : ` (${phases.join(', ')})`;
}

/** A text with its keys as code. */
function codeNodes(text: string): readonly PhrasingContent[] {
  return text.split('`').map((part, index): PhrasingContent => (index % 2 === 1 ? { type: 'inlineCode', value: part } : textNode(part)));
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

/** What C1 asks of the questions by phase. */
const ofBudget: readonly string[] = [
  'the number of parameters',
  'the type of the compute workers',
  'the cluster or the cloud provider',
  'the amount of compute',
];

function budgetText(assessment: Assessment, lacking: readonly Lacking[]): string {
  const { model } = assessment;
  const open = lacking.filter(({ what }) => ofBudget.includes(what));
  const parameters = model.parameters === undefined ? `number of parameters ${unstated}` : `${parametersText(model.parameters)} parameters`;
  const [hours, devices] = [deviceHours(assessment), mostDevices(assessment)];
  const energy = mainTotal(assessment)?.energy;
  const facts = [
    parameters,
    hours ?? `hours ${unstated}`,
    energy === undefined ? `energy ${unstated}` : `${formatted(energy).text} of electricity`,
    devices ?? `hardware ${unstated}`,
    placesText(assessment) ?? `place ${unstated}`,
  ].join('; ');
  if (open.length === 0) return `Yes. ${facts}.`;
  const isKnown = [model.parameters, hours, devices].some((fact) => fact !== undefined);
  return `${isKnown ? 'Partly' : 'No'}. ${facts}. It lacks ${listed(open.map(({ what, phases }) => `${what}${ofText(phases)}`))}.`;
}

function runsText({ phases }: Assessment): string {
  const developed = phases.filter(({ phase }) => phase !== 'deployment');
  const texts = developed.map(
    ({ title, runs }) => `${title}: ${runs === undefined ? `number of runs ${unstated}` : runs === 1 ? 'a single run' : `${runs} runs`}`,
  );
  const answer = developed.some(({ runs }) => runs !== undefined) ? 'Partly. ' : '';
  return `${answer}${texts.length === 0 ? '' : `${texts.join('; ')}. `}The results and their error bars are in your paper.`;
}

function labelled(label: string, text: string): RootContent {
  return paragraphNode(strongNode(`${label}:`), ` ${text}`);
}
