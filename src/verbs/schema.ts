/** The manifest's JSON Schema, by itself: an entry of its own, so that editors and scripts don't load what renders. */
export { manifestJsonSchema } from '../manifest/json-schema.js';
