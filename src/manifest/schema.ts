import { z } from 'zod';
import { componentIds, phaseKinds } from '../assess/assessment.js';
import { quantityField } from './field.js';
import { formats } from './formats.js';
import { omissionIds } from './omissions.js';

const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** `2022`, `2022-03` or `2022-03-11`, of a day that the calendar has. */
function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? [];
  if (year === undefined) return false;
  if (month === undefined) return true;
  const days = monthDays[Number(month) - 1];
  const leap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  return days !== undefined && (day === undefined || (Number(day) >= 1 && Number(day) <= (month === '02' && !leap ? 28 : days)));
}

const text = (description: string) => z.string().min(1).describe(description);
/** A whole number for text where nothing else can be meant: YAML reads `name: 7` and `started: 2022` as numbers. */
const wordFor = <S extends z.ZodType<string, string>>(description: string, schema: S) =>
  z
    .unknown()
    .meta({ type: ['string', 'integer'], description })
    .transform((raw) => (Number.isSafeInteger(raw) ? String(raw) : raw))
    .pipe(schema as z.ZodType<string, unknown>);
const word = (description: string) => wordFor(description, z.string().min(1));
const strings = (description: string) => z.union([z.string().min(1), z.array(z.string().min(1))]).describe(description);
const year = z.int().min(1990).max(2100).describe('Year in which it ran, as 2023');
const cite = text('Where the figures here are published').optional();

const components = z.enum(componentIds);
const systemBoundary = z.array(components).min(1).describe('Components that are counted; all for which there is evidence, where absent');
const notCounted = z
  .partialRecord(z.enum([...componentIds, ...phaseKinds, ...omissionIds]), z.string().min(1))
  .describe('Why something is not counted: { embodied: "not published" }');

const pue = quantityField({
  dimensions: ['ratio'],
  bare: true,
  rule: 'pue',
  description: 'Power usage effectiveness: facility energy ÷ IT energy, 1 or more',
});
const cluster = (what: string) =>
  quantityField({
    dimensions: ['power', 'energy'],
    also: ['for'],
    description: `${what}; a power lasts for the run's hours, and on a site it needs \`for: 384 accelerators\``,
  });
const idle = cluster('Baseline of the nodes, while on');
const overhead = cluster('Measured infrastructure: cooling, conversion, lighting; instead of a PUE');
const power = quantityField({
  dimensions: ['power'],
  also: ['boundary'],
  aboveZero: true,
  description: 'Average draw of one accelerator; takes no load',
});
const load = quantityField({
  dimensions: ['ratio'],
  bare: true,
  rule: 'share',
  aboveZero: true,
  description: 'Average draw ÷ rated power; neither utilisation nor MFU',
});
const hostShare = quantityField({
  dimensions: ['ratio'],
  bare: true,
  description: "Draw of processors, memory and fans, as a share of the accelerators'",
});
const hours = (description: string) => quantityField({ dimensions: ['time'], bare: true, description });

const grid = z
  .strictObject({
    intensity: quantityField({ dimensions: ['intensity'], description: 'Emissions of the grid, location-based' }).optional(),
    water: quantityField({
      dimensions: ['water intensity'],
      description: 'Water consumed in generating the electricity (off-site)',
    }).optional(),
    year: year.optional(),
    zone: word('Zone that the figure speaks of').optional(),
    basis: z
      .enum(['life-cycle', 'direct'])
      .describe('Whether the figure holds the whole life cycle of generation, or the chimney alone')
      .optional(),
    cite,
    url: text('Where to find it').optional(),
    licence: text('Licence of the figure').optional(),
  })
  .describe('Electricity of the place, where you know better than our tables');

const location = z
  .union([
    z.string().min(1),
    z.strictObject({
      country: text('ISO code or English name: FR, FRA, France'),
      region: text('Part of the country, for the reader').optional(),
    }),
  ])
  .describe('Country, cloud region (`aws us-west-2`) or `world`');

const siteKeys = {
  location: location.optional(),
  cloud: text('Provider: aws, gcp, azure').optional(),
  region: word('Region of the provider, as us-central1').optional(),
  grid: grid.optional(),
  pue: pue.optional(),
  wue: quantityField({
    dimensions: ['water intensity'],
    bare: false,
    description: 'Water usage effectiveness: on-site water per kWh of the machines',
  }).optional(),
  idle: idle.optional(),
  overhead: overhead.optional(),
  cite,
};
const site = z.strictObject(siteKeys).describe('Where it ran: place, grid, facility');

const embodied = z
  .strictObject({
    accelerator: quantityField({ dimensions: ['emissions'], description: 'Making one accelerator, cradle to gate' }).optional(),
    server: quantityField({
      dimensions: ['emissions'],
      description: 'Making one server without its accelerators, cradle to gate',
    }).optional(),
    lifetime: quantityField({ dimensions: ['time'], aboveZero: true, description: 'Service life, as 6 years (8,760 h each)' }).optional(),
    occupancy: quantityField({
      dimensions: ['ratio'],
      bare: true,
      rule: 'share',
      aboveZero: true,
      description: 'Busy share of the lifetime, for the occupancy convention',
    }).optional(),
    convention: z.enum(['occupancy', 'calendar']).describe('Busy hours ÷ occupancy, or reserved hours').optional(),
    cite,
  })
  .describe('Making the hardware');

const hardware = z
  .strictObject({
    accelerator: word('Device, by the name that people and logs use: A100 SXM 80GB').optional(),
    per_node: quantityField({
      dimensions: ['accelerators'],
      bare: true,
      whole: true,
      aboveZero: true,
      description: 'Accelerators in one server',
    }).optional(),
    accelerators: quantityField({
      dimensions: ['accelerators'],
      bare: true,
      aboveZero: true,
      description: 'Accelerators in use',
    }).optional(),
    power: power.optional(),
    load: load.optional(),
    host_share: hostShare.optional(),
    embodied: embodied.optional(),
    cite,
  })
  .describe('Machines: device, its power, what making it emitted');

const requests = quantityField({ dimensions: ['requests'], bare: true, aboveZero: true, description: 'Requests answered in the period' });

const work = {
  site: z
    .union([word('Name of a site, or a place in words'), site])
    .describe('Name of a site, a place in words, or a site written here')
    .optional(),
  location: location.optional(),
  hardware: z
    .union([word('Name of a hardware, or a device in words'), hardware])
    .describe('Name of a hardware, a device in words (`8 x A100 80GB`), or a hardware written here')
    .optional(),
  accelerators: quantityField({ dimensions: ['accelerators'], bare: true, aboveZero: true, description: 'Accelerators in use' }).optional(),
  accelerator_hours: hours('Accelerators × hours, summed: 8 GPUs for 10 h are 80').optional(),
  duration: quantityField({
    dimensions: ['time'],
    aboveZero: true,
    description: 'Wall-clock time; of a deployment, the period',
  }).optional(),
  energy: quantityField({
    dimensions: ['energy'],
    also: ['boundary'],
    description: 'Electricity, where metered or published; say at which boundary',
  }).optional(),
  power: power.optional(),
  load: load.optional(),
  host_share: hostShare.optional(),
  pue: pue.optional(),
  idle: idle.optional(),
  overhead: overhead.optional(),
  reserved_hours: hours('Accelerator-hours that machines were held, busy or not; for the calendar convention and reserved idle').optional(),
  idle_power: quantityField({
    dimensions: ['power'],
    description: 'Draw of one accelerator with its share of the host, held but not working',
  }).optional(),
  embodied: quantityField({ dimensions: ['emissions'], description: 'Embodied emissions of the phase, as published' }).optional(),
  requests: requests.optional(),
  tokens: quantityField({
    dimensions: ['tokens'],
    bare: true,
    aboveZero: true,
    also: ['key'],
    description: 'Tokens of the period; `key` says which: output, input',
  }).optional(),
  includes: strings('What the hours hold beside the final run: restarts, failed runs; or none').optional(),
  share: quantityField({
    dimensions: ['ratio'],
    bare: true,
    rule: 'share',
    also: ['key'],
    description: 'Share of a phase that several models have in common',
  }).optional(),
  year: year.optional(),
  started: wordFor(
    'Date on which it started, as 2022-03-11; its year alone will do',
    z.string().refine(isDate, 'a date such as 2022-03-11'),
  ).optional(),
  system_boundary: systemBoundary.optional(),
  not_counted: notCounted.optional(),
  cite,
};

const phase = z
  .strictObject({
    phase: z.enum(phaseKinds).describe('What was done'),
    name: word('Tells phases of one kind apart').optional(),
    ...work,
  })
  .describe('One thing that was done, with its record');

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
        formats: z.array(z.enum(formats)).min(1).describe('What `render` writes').optional(),
      })
      .describe('What is written')
      .optional(),
    factors: word('Edition of our factor tables that this manifest is pinned to').optional(),
  })
  .describe("Records of a model's runs, from which carboncard computes a screening carbon footprint");

export type ParsedManifest = z.output<typeof manifestSchema>;
export type ParsedPhase = z.output<typeof phase>;
export type ParsedSite = z.output<typeof site>;
export type ParsedHardware = z.output<typeof hardware>;
/** Keys that describe a phase; at the top of a manifest without `phases` they describe its only one. */
export const workKeys = Object.keys(work) as readonly (keyof typeof work)[];
