import { assessmentJsonSchema } from '../assessment/schema-at-build.js';
import { InputError } from '../diagnostics/diagnostic.js';
import { nearest } from '../diagnostics/nearest.js';
import { manifestJsonSchema } from '../manifest/json-schema.js';
import { messages } from './shared/messages.js';

export { assessmentJsonSchema } from '../assessment/schema-at-build.js';
export { manifestJsonSchema } from '../manifest/json-schema.js';

/**
 * The JSON Schema of a document: `manifest` or `assessment`. Loads nothing that renders.
 *
 * @throws {InputError} Where there is no such document.
 */
export function jsonSchema(document = 'manifest'): object {
  const schema = Object.hasOwn(schemas, document) ? schemas[document] : undefined;
  if (schema !== undefined) return schema();
  const known = Object.keys(schemas);
  throw new InputError([messages.unknownSchema(document, known, nearest(document, known)[0])]);
}

const schemas: Readonly<Record<string, () => object>> = { manifest: manifestJsonSchema, assessment: assessmentJsonSchema };
