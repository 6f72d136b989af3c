import { z } from 'zod';
import { impactCategories } from '../assessment/ids.js';
import { type AuditId, auditIds, auditLevels } from '../audits/ids.js';
import { outputIds } from '../outputs/ids.js';
import { quantityField } from './field.js';
import { hardware } from './schema/hardware.js';
import { phase, work } from './schema/phase.js';
import { site } from './schema/site.js';
import { isDate, strings, text, word } from './schema/words.js';

const model = z
  .union([
    word('Name of the model'),
    z.strictObject({
      id: word('Id on the Hub, as bigscience/bloom').optional(),
      name: word('Name for readers').optional(),
      slug: word("Folder of the report; the id's last segment where absent").optional(),
      parameters: quantityField({
        dimensions: ['parameters'],
        bare: true,
        aboveZero: true,
        description: 'Number of parameters, as 176e9',
      }).optional(),
      cite: text('How to cite the model').optional(),
      url: text('Where the model is').optional(),
    }),
  ])
  .describe('The model: its name, or a mapping with id, name, parameters and cite');

/** One key for each audit, so that an unknown one is told with the nearest. */
const auditShape = Object.fromEntries(
  auditIds.map((id) => [id, z.enum(auditLevels).describe('How much its findings weigh; `off` leaves it out').optional()]),
) as Readonly<Record<AuditId, z.ZodOptional<z.ZodEnum<{ off: 'off'; note: 'note'; warning: 'warning'; error: 'error' }>>>>;

/** The manifest: what a person writes, and all that the program knows of a model's runs. */
export const manifestSchema = z
  .strictObject({
    $schema: z.string().describe('JSON Schema of this file, for editors').optional(),
    carboncard: z.literal(1).describe('Version of the manifest').optional(),
    model,
    slug: word("Folder of the report; the id's last segment, or the name, where absent").optional(),
    sites: z.record(z.string().min(1), site).describe('Sites by name').optional(),
    phases: z.array(phase).describe('What was done, each with its record').optional(),
    ...work,
    hardware: z
      .union([word('A device in words'), z.record(z.string().min(1), hardware)])
      .describe('Hardware by name; with no `phases`, the device of the only phase (`8 x A100 80GB`)')
      .optional(),
    report: z
      .strictObject({
        date: z
          .string()
          .refine((text) => text.length === 10 && isDate(text), 'a date such as 2026-03-01')
          .describe('Date of the assessment')
          .optional(),
        authors: strings('Who made the assessment').optional(),
        paper: z.enum(['a4', 'letter']).describe('Paper of the PDF').optional(),
        language: z
          .string()
          .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language tag such as en')
          .describe('Language of your own texts, as en')
          .optional(),
      })
      .describe('The report itself')
      .optional(),
    output: z
      .strictObject({
        formats: z.array(z.enum(outputIds)).min(1).describe('What `render` writes').optional(),
      })
      .describe('What is written')
      .optional(),
    impacts: z
      .array(z.enum(impactCategories))
      .min(1)
      .describe('Categories to count beside climate and water, of electricity: adpe, primary-energy')
      .optional(),
    offsets: quantityField({
      dimensions: ['emissions'],
      description: 'Offsets bought or retired, with their citation; shown apart and never subtracted',
    }).optional(),
    audits: z.strictObject(auditShape).describe('What `audit` makes of single audits: `off`, `note`, `warning` or `error`').optional(),
    factors: word('Edition of our factor tables that this manifest is pinned to').optional(),
  })
  .describe("Records of a model's runs, from which carboncard computes a screening carbon footprint");

export type ParsedManifest = z.output<typeof manifestSchema>;
export type ParsedPhase = z.output<typeof phase>;
export type ParsedSite = z.output<typeof site>;
export type ParsedHardware = z.output<typeof hardware>;
/** Keys that describe a phase; at the top of a manifest without `phases` they describe its only one. */
export const workKeys = Object.keys(work) as readonly (keyof typeof work)[];
