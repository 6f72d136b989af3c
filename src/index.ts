/** The public API. */
export { type AssessOptions, assess } from './assess/assess.js';
export type * from './assessment/assessment.js';
export type { Replaced } from './card/card.js';
export { type Diagnostic, InputError, MissingError, type Severity } from './diagnostics/diagnostic.js';
export type { Manifest } from './manifest/manifest.js';
export { type OutputId as Format, outputIds as formats } from './outputs/ids.js';
export { parseManifest, type ResolvedManifest } from './resolve/resolve.js';
export type { Interval, Quantity } from './units/quantity.js';
export { type CardOptions, type UpdatedModelCard, updateModelCard } from './verbs/card.js';
export { type Checked, type CheckOptions, checkReports, type StaleFile, type StaleReport } from './verbs/check.js';
export { type RenderedReport, type RenderOptions, renderManifests } from './verbs/render.js';
export { manifestJsonSchema } from './verbs/schema.js';
export { textDiff } from './verbs/shared/text-diff.js';
