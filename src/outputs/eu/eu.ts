import type { Root, RootContent } from 'mdast';
import type { Assessment } from '../../assessment/assessment.js';
import { headingNode, paragraphNode, strongNode, tableNode } from '../../render/formats/nodes.js';
import { renderMarkdown } from '../../render/markdown.js';
import { outputTexts } from '../ids.js';
import type { Output, OutputContext } from '../output.js';
import { computeItem, type Item, timeItem } from './computation.js';
import { energyItem, inferenceItem, partsTable } from './energy.js';
import { trainingPhases } from './training.js';

/**
 * The items on computation and energy of the Model Documentation Form, which belongs to the transparency chapter of the
 * General-Purpose AI Code of Practice (10 July 2025), in the form's own names: training time, amount of computation used for
 * training, amount of energy used for training, benchmarked amount of computation used for inference, and how each was measured.
 * They answer Annex XI, section 1, points 2(d) and 2(e) of Regulation (EU) 2024/1689. The form asks for energy, not for emissions.
 *
 * @see https://digital-strategy.ec.europa.eu/en/policies/contents-code-gpai
 */
export const eu = {
  id: 'eu',
  render: (assessment, context) => new Map([[outputTexts.eu.files, renderMarkdown(formOf(assessment, context.report))]]),
} as const satisfies Output;

function formOf(assessment: Assessment, report: OutputContext['report']): Root {
  const phases = trainingPhases(assessment);
  const table = partsTable(assessment, phases);
  return {
    type: 'root',
    children: [
      headingNode(1, `Model Documentation Form: computation and energy of ${assessment.model.name}`),
      paragraphNode(
        'Items of the Model Documentation Form of the General-Purpose AI Code of Practice (transparency chapter, July 2025), for Annex XI, section 1, points 2(d) and 2(e) of Regulation (EU) 2024/1689. The form asks for energy, not for emissions.',
      ),
      ...aboutOf(assessment),
      headingNode(2, 'Computational resources (during training)'),
      ...itemNodes(timeItem(assessment, phases, report)),
      ...itemNodes(computeItem(assessment, phases, report)),
      headingNode(2, 'Energy consumption (during training and inference)'),
      ...itemNodes(energyItem(assessment, phases, report)),
      ...itemNodes(inferenceItem(assessment, report)),
      ...(table.length < 2
        ? []
        : [headingNode(2, 'How the energy was measured or estimated'), tableNode(table, [null, null, 'right', 'right'])]),
    ],
  };
}

function aboutOf({ model, report }: Assessment): readonly RootContent[] {
  const parts = [
    model.id === undefined ? undefined : `Model: ${model.id}`,
    report.date === undefined ? undefined : `Date: ${report.date}`,
    report.authors.length === 0 ? undefined : `Filled in by: ${report.authors.join(', ')}`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? [] : [paragraphNode(`${parts.join('. ')}.`)];
}

/** An item of the form: what it asks for, what each authority gets, and how it was measured. */
function itemNodes({ title, entries, method }: Item): readonly RootContent[] {
  return [
    headingNode(3, title),
    ...entries.map(({ to, text }) => (to === undefined ? paragraphNode(text) : paragraphNode(strongNode(`${to}:`), ` ${text}`))),
    ...(method === undefined ? [] : [paragraphNode(strongNode('Measurement methodology:'), ` ${method}`)]),
  ];
}
