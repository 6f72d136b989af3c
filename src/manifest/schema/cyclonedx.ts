import { z } from 'zod';
import { cyclonedxVersions } from '../../assessment/bom/activities.js';
import { choice, hover, text, word } from './words.js';

/** How `cyclonedx.json` is written: by itself, or into a bill of materials that is there. */
export const cyclonedx = z
  .strictObject({
    version: choice(cyclonedxVersions, {
      title: 'Version',
      text: 'Release of CycloneDX that `cyclonedx.json` follows. A BOM that it is merged into keeps its own.',
      absent: cyclonedxVersions[0],
      examples: ['1.7'],
    }).optional(),
    merge: text({
      title: 'BOM',
      text: 'A CycloneDX BOM in JSON, of 1.6 or later, which the figures are added to; from the folder of the manifest. The file itself is not changed: the result is `cyclonedx.json`.',
      examples: ['bom.json'],
    }).optional(),
    component: word({
      title: 'Component',
      text: 'The component of the model in that BOM: its `bom-ref`, its `purl` or its name.',
      absent: "the component with the model's purl, id or name",
      examples: ['pkg:huggingface/bigscience/bloom'],
    }).optional(),
  })
  .register(
    z.globalRegistry,
    hover({ title: 'CycloneDX', text: 'How `cyclonedx.json` is written.', examples: [{ version: '1.7' }, { merge: 'bom.json' }] }),
  );
