import type { Assessment } from '../../assessment/assessment.js';
import { consumptionsOf } from '../../assessment/bom/consumption.js';
import { digestId } from '../../assessment/bom/digest-id.js';
import { present } from '../../assessment/present.js';
import { version } from '../../assessment/version.js';
import { assessmentText } from '../../render/assessment-text.js';
import { outputTexts } from '../ids.js';
import type { Output, OutputContext } from '../output.js';
import { messages } from './messages.js';
import { modelPackage } from './model-package.js';

/**
 * A document of SPDX 3.0.1 in JSON-LD: the model as a package of the AI profile with its energy in kWh, and what SPDX has no field for in
 * the properties of the package.
 */
export const spdx = {
  id: 'spdx',
  render: (assessment, { report }) => {
    const document = { '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld', '@graph': graphOf(assessment, report) };
    return new Map([[outputTexts.spdx.files, `${JSON.stringify(present(document), undefined, 2)}\n`]]);
  },
} as const satisfies Output;

/** The node of who made the document, and when; each element refers to it. */
const creation = '_:creation';

/** All nodes: the creation, the agents and the tool, the model with its licences, and the document that lists them. */
function graphOf(assessment: Assessment, report: OutputContext['report']): readonly object[] {
  const { model, report: facts } = assessment;
  const consumptions = consumptionsOf(assessment);
  // The ids are a digest of the assessment, so that the same content has the same ids.
  const base = `urn:uuid:${digestId(assessmentText(assessment))}#`;
  const element = (type: string, id: string, more: object) => ({ type, spdxId: `${base}${id}`, creationInfo: creation, ...more });
  const authors = facts.authors.map((name, at) => element('Agent', `author-${at + 1}`, { name }));
  const creators = authors.length > 0 ? authors : [element('SoftwareAgent', 'author-1', { name: 'carboncard' })];
  const tool = element('Tool', 'tool', { name: `carboncard ${version}` });
  const supplier = model.supplier === undefined ? [] : [element('Agent', 'supplier', { name: model.supplier })];
  const { properties, lacks } = modelPackage(assessment, consumptions, { supplier: supplier[0]?.spdxId, report });
  const ai = element('ai_AIPackage', 'model', properties);
  const licences = (['hasConcludedLicense', 'hasDeclaredLicense'] as const).map((relationshipType) =>
    element('Relationship', relationshipType, { from: ai.spdxId, relationshipType, to: ['expandedlicensing_NoAssertionLicense'] }),
  );
  const elements = [...creators, tool, ...supplier, ai, ...licences];
  if (facts.date === undefined) report(messages.noDate());
  if (lacks.length > 0) report(messages.notConformant(lacks));
  return [
    {
      'type': 'CreationInfo',
      '@id': creation,
      'specVersion': '3.0.1',
      'created': facts.date === undefined ? undefined : `${facts.date}T00:00:00Z`,
      'createdBy': creators.map(({ spdxId }) => spdxId),
      'createdUsing': [tool.spdxId],
    },
    element('SpdxDocument', 'document', {
      name: `Energy and emissions of ${model.name}`,
      // A profile is named only where everything in the document has what it requires.
      profileConformance: ['core', 'software', 'extension', ...(lacks.length === 0 ? ['ai'] : [])],
      rootElement: [ai.spdxId],
      element: elements.map(({ spdxId }) => spdxId),
    }),
    ...elements,
  ];
}
