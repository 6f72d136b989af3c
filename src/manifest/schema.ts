import { z } from 'zod';
import { equivalentIds, impactCategories } from '../assessment/ids.js';
import { defaultOutputIds, outputIds } from '../outputs/ids.js';
import { domain, webAddress } from './schema/addresses.js';
import { audits } from './schema/audits.js';
import { baseModel } from './schema/base-model.js';
import { cyclonedx } from './schema/cyclonedx.js';
import { hardware } from './schema/hardware.js';
import { model, slug } from './schema/model.js';
import { isOneMachine } from './schema/one-machine.js';
import { phase, work } from './schema/phase.js';
import { quantityField } from './schema/quantity.js';
import { site } from './schema/site.js';
import { publication, software } from './schema/task.js';
import { use } from './schema/use.js';
import { whatIf } from './schema/what-if.js';
import { choice, day, hover, strings, word } from './schema/words.js';

const report = z
  .strictObject({
    date: day({
      title: 'Date',
      text: 'Date of the assessment.',
      absent: 'SOURCE_DATE_EPOCH, else none',
      examples: ['2026-03-01'],
    }).optional(),
    url: webAddress({
      title: 'Address of the report',
      text: 'Where the report is published: the model card, in Markdown where it is on the Hub. `carbon.txt` lists it.',
      examples: ['https://huggingface.co/bigscience/bloom/raw/main/README.md'],
    }).optional(),
    domain: domain({
      title: 'Domain',
      text: 'Domain of the organisation that publishes the report, as `carbon.txt` names it.',
      examples: ['example.org'],
    }).optional(),
    authors: strings({ title: 'Authors', text: 'Who made the assessment.', examples: [['A. Author', 'B. Author']] }).optional(),
    paper: choice(['a4', 'letter'], { title: 'Paper', text: 'Paper of the PDF.', absent: 'a4', examples: ['a4'] }).optional(),
    ...publication,
  })
  .register(
    z.globalRegistry,
    hover({
      title: 'Report',
      text: 'Date, authors and paper of the report, and where it is published.',
      examples: [{ date: '2026-03-01', paper: 'a4' }],
    }),
  );

const inWords = word({ title: 'Hardware', text: 'Device of every phase that names none.', examples: ['8 x A100 80GB'] });
const byName = z.record(
  z.string().min(1),
  z.union([word({ title: 'Hardware', text: 'A device in words.', examples: ['256 x p5.48xlarge'] }), hardware]),
);

/** The manifest: what a person writes, and all that the program knows of a model's runs. */
export const manifestSchema = z
  .strictObject({
    $schema: z
      .string()
      .register(
        z.globalRegistry,
        hover({ title: 'JSON Schema', text: 'Path of the JSON Schema of this file, for editors.', examples: ['./carboncard.schema.json'] }),
      )
      .optional(),
    carboncard: z
      .literal(1)
      .register(z.globalRegistry, hover({ title: 'Version', text: 'Version of the manifest format.', absent: '1', examples: [1] }))
      .optional(),
    model,
    slug,
    base_model: baseModel.optional(),
    sites: z
      .record(z.string().min(1), site)
      .register(
        z.globalRegistry,
        hover({ title: 'Sites', text: 'Sites by name, for `site:` of a phase.', examples: [{ 'jean-zay': { location: 'FR' } }] }),
      )
      .optional(),
    phases: z
      .array(phase)
      .register(
        z.globalRegistry,
        hover({
          title: 'Phases',
          text: 'What was done, each with its records.',
          absent: 'the keys at the top describe the only phase, a training',
          examples: [[{ phase: 'training', site: 'FR', energy: '433 MWh' }]],
        }),
      )
      .optional(),
    ...work,
    hardware: z
      .union([inWords, hardware, byName])
      .register(
        z.globalRegistry,
        hover({
          title: 'Hardware',
          text: 'A device in words or a mapping of one machine, for every phase that names none; or hardware by name, for `hardware:` of a phase.',
          examples: [
            '8 x A100 80GB',
            { accelerator: '2 x AMD EPYC 7763', rating: '280 W' },
            { node: { accelerator: 'A100 SXM 80GB', per_node: 8 } },
            { p5: '256 x p5.48xlarge' },
          ],
        }),
      )
      .optional(),
    report: report.optional(),
    software: software.optional(),
    output: z
      .strictObject({
        formats: z
          .array(choice(outputIds))
          .min(1)
          .register(
            z.globalRegistry,
            hover({
              title: 'Formats',
              text: 'What `render` writes.',
              absent: defaultOutputIds.join(', '),
              examples: [['md', 'json']],
            }),
          )
          .optional(),
        section: choice(['short', 'full'])
          .register(
            z.globalRegistry,
            hover({
              title: 'Section',
              text: 'The section of a card: `short`, on one screen, or `full`, with the whole report folded below it.',
              absent: 'short',
              examples: ['full'],
            }),
          )
          .optional(),
        equivalents: z
          .array(choice(equivalentIds))
          .min(1)
          .register(
            z.globalRegistry,
            hover({
              title: 'Equivalents',
              text: 'The total in everyday terms, in the report: kilometres of a petrol car (`car`), of a passenger on a long-haul flight (`flight`), the electricity of households (`household`).',
              absent: 'none',
              examples: [['car', 'flight', 'household']],
            }),
          )
          .optional(),
        cyclonedx: cyclonedx.optional(),
      })
      .register(z.globalRegistry, hover({ title: 'Output', text: 'What is written.', examples: [{ formats: ['md', 'json'] }] }))
      .optional(),
    use: use.optional(),
    what_if: whatIf.optional(),
    impacts: z
      .array(choice(impactCategories))
      .min(1)
      .register(
        z.globalRegistry,
        hover({
          title: 'Impact categories',
          text: 'Categories to count beside climate and water: `adpe` (abiotic resource depletion) and `primary-energy`, of electricity alone.',
          absent: 'none',
          examples: [['adpe', 'primary-energy']],
        }),
      )
      .optional(),
    offsets: quantityField({
      dimensions: ['emissions'],
      title: 'Offsets',
      text: 'Offsets bought or retired, with their citation. They are shown separately and never subtracted.',
      examples: [{ value: '12 tCO2e', cite: 'registry' }],
    }).optional(),
    audits: audits.optional(),
    factors: word({
      title: 'Edition of the factors',
      text: 'Edition of the factor tables that this manifest is pinned to.',
      absent: 'the edition of the installed version',
      examples: ['2026.1'],
    }).optional(),
  })
  .register(z.globalRegistry, { description: "Records of a model's runs, from which carboncard computes a screening carbon footprint." });

const withMachine = manifestSchema.extend({ hardware: z.union([inWords, hardware]).optional() });
const withNames = manifestSchema.extend({ hardware: z.union([inWords, byName]).optional() });

/** The schema that reads a manifest: of a machine with a fault, the fault is reported, and not those of machines by name. */
export function schemaFor(written: object): z.ZodType<ParsedManifest> {
  return 'hardware' in written && isOneMachine(written.hardware) ? withMachine : withNames;
}

export type ParsedManifest = z.output<typeof manifestSchema>;
export type ParsedPhase = z.output<typeof phase>;
export type ParsedSite = z.output<typeof site>;
export type ParsedHardware = z.output<typeof hardware>;
/** Keys that describe a phase; at the top of a manifest without `phases` they describe its only one. */
export const workKeys = Object.keys(work) as readonly (keyof typeof work)[];
