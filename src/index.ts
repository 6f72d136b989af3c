/** The public API. */
export { type AssessOptions, assess } from './assess/assess.js';
export type * from './assess/assessment.js';
export type { Replaced } from './card/card.js';
export { type Diagnostic, InputError, MissingError, type Severity } from './diagnostics/diagnostic.js';
export { type Format, formats } from './manifest/formats.js';
export type { Manifest } from './manifest/manifest.js';
export { parseManifest } from './manifest/parse.js';
export { type Checked, type CheckOptions, checkReports, type StaleFile, type StaleReport } from './pipeline/check-reports.js';
export { type CardOptions, type UpdatedModelCard, updateModelCard } from './pipeline/model-card.js';
export { textDiff } from './pipeline/text-diff.js';
export { type RenderedReport, type RenderOptions, renderManifests } from './pipeline.js';
export { manifestJsonSchema } from './schema.js';
export type { Interval, Quantity } from './units/quantity.js';
