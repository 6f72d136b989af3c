/** The JSON Schemas, in an entry of their own: editors and scripts don't load what renders. */
export { assessmentJsonSchema } from '../assessment/json-schema.js';
export { manifestJsonSchema } from '../manifest/json-schema.js';
