import type { Assessment } from '../../assessment/assessment.js';
import { type CyclonedxVersion, cyclonedxVersions } from '../../assessment/bom/activities.js';
import { digestId } from '../../assessment/bom/digest-id.js';
import { addressOf, packageUrl } from '../../assessment/bom/package-url.js';
import { present } from '../../assessment/present.js';
import { version } from '../../assessment/version.js';
import { outputTexts } from '../ids.js';
import type { Output, OutputContext } from '../output.js';
import { environmentOf } from './component.js';
import { mergedBom } from './merge.js';

/** An ML-BOM of CycloneDX: with the model as its only component, or a BOM that is there with the figures of its model. */
export const cyclonedx = {
  id: 'cyclonedx',
  render: (assessment, { cyclonedx: options = {}, report }) => {
    const { bom, component, version: wanted } = options;
    const text =
      bom === undefined
        ? bomText(assessment, wanted ?? cyclonedxVersions[0], report)
        : mergedBom(assessment, { bom, component, version: wanted }, report);
    return new Map([[outputTexts.cyclonedx.files, text]]);
  },
} as const satisfies Output;

/** A whole bill of materials. Its serial number is a digest of the rest, so that the same content has the same number. */
function bomText(assessment: Assessment, specVersion: CyclonedxVersion, report: OutputContext['report']): string {
  const { model, report: facts } = assessment;
  const [purl, url] = [packageUrl(model), addressOf(model)];
  const content = present({
    version: 1,
    metadata: {
      timestamp: facts.date === undefined ? undefined : `${facts.date}T00:00:00Z`,
      tools: { components: [{ type: 'application', name: 'carboncard', version }] },
      authors: facts.authors.length === 0 ? undefined : facts.authors.map((name) => ({ name })),
    },
    components: [
      {
        'type': 'machine-learning-model',
        'bom-ref': purl ?? model.slug,
        'supplier': model.supplier === undefined ? undefined : { name: model.supplier },
        'name': model.name,
        'version': model.version,
        purl,
        'externalReferences': url === undefined ? undefined : [{ type: 'website', url }],
        'modelCard': { considerations: { environmentalConsiderations: environmentOf(assessment, report) } },
      },
    ],
  });
  const bom = {
    $schema: `http://cyclonedx.org/schema/bom-${specVersion}.schema.json`,
    bomFormat: 'CycloneDX',
    specVersion,
    serialNumber: `urn:uuid:${digestId(JSON.stringify(content))}`,
    ...content,
  };
  return `${JSON.stringify(bom, undefined, 2)}\n`;
}
