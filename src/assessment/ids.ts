/** What was done, in the order of a model's life, which is the order of every report. */
export const phaseKinds = ['data', 'experiments', 'training', 'finetuning', 'evaluation', 'deployment'] as const;
export type PhaseKind = (typeof phaseKinds)[number];

/** What caused the emissions, in the order of every report: hardware, then electricity from the machine outwards. */
export const componentIds = ['embodied', 'dynamic', 'host', 'idle', 'overhead'] as const;
export type ComponentId = (typeof componentIds)[number];

/** The evidence behind a line, best first. */
export const bases = ['measured', 'declared', 'modelled', 'assumed'] as const;
export type Basis = (typeof bases)[number];
/** Where an input comes from, in the words of every report: as a line's evidence, or a factor of the tables. */
export const inputBases = ['measured', 'declared', 'table', 'modelled', 'assumed'] as const;
export type InputBasis = (typeof inputBases)[number];

/** Where the meter was, narrowest first. */
export const measurementBoundaries = ['accelerator', 'components', 'node', 'facility'] as const;
export type MeasurementBoundary = (typeof measurementBoundaries)[number];

/** What a line's number covers: a meter's position, `unstated` where the manifest gives none, `cradle-to-gate` for embodied. */
export type LineBoundary = MeasurementBoundary | 'unstated' | 'cradle-to-gate';

/** What happened to one phase × component. */
export type StateKind = 'counted' | 'included' | 'not-counted' | 'not-applicable';

/** Everyday activities that a total can be compared with. */
export const equivalentIds = ['car', 'flight', 'household'] as const;
export type EquivalentId = (typeof equivalentIds)[number];

/** Types, usages and infrastructures of a task, in the words of BoAmps. */
export const dataTypes = ['tabular', 'audio', 'boolean', 'image', 'video', 'object', 'text', 'token', 'word', 'other'] as const;
export const dataUsages = ['input', 'output'] as const;
export const infrastructures = ['publicCloud', 'privateCloud', 'onPremise', 'other'] as const;
export const confidentialities = ['public', 'internal', 'confidential', 'secret'] as const;

/** Impact categories beside climate and water: abiotic resource depletion and primary energy, of electricity alone. */
export const impactCategories = ['adpe', 'primary-energy'] as const;
export type ImpactCategory = (typeof impactCategories)[number];
export const impactUnits = { 'adpe': 'kgSbeq', 'primary-energy': 'MJ' } as const satisfies Record<ImpactCategory, string>;

/** Parts of a life cycle that no line covers. A report always lists those that are missing. */
export const omissionIds = [
  'unmetered',
  'base-model',
  'servers',
  'rest-of-computer',
  'failed-runs',
  'data-generation',
  'impacts-of-manufacture',
  'water',
  'on-site-water',
  'off-site-water',
  'water-of-manufacture',
  'storage-and-network',
  'buildings',
  'end-of-life',
] as const;
export type OmissionId = (typeof omissionIds)[number];
