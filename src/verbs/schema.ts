import { assessmentJsonSchema } from '../assessment/schema-at-build.js';
import { InputError } from '../diagnostics/diagnostic.js';
import { nearest } from '../diagnostics/nearest.js';
import { inDraft07 } from '../manifest/draft-07.js';
import { manifestJsonSchema } from '../manifest/json-schema.js';
import { messages } from './shared/messages.js';

export { assessmentJsonSchema } from '../assessment/schema-at-build.js';
export { manifestJsonSchema } from '../manifest/json-schema.js';

export interface SchemaOptions {
  /** Whether it is in the terms of draft-07, for SchemaStore and older editors; else in those of draft 2020-12. */
  readonly isDraft07?: boolean | undefined;
}

/**
 * The JSON Schema of a document: `manifest` or `assessment`. Loads nothing that renders.
 *
 * @throws {InputError} Where there is no such document.
 */
export function jsonSchema(document = 'manifest', { isDraft07 }: SchemaOptions = {}): object {
  const schema = Object.hasOwn(schemas, document) ? schemas[document] : undefined;
  if (schema !== undefined) return isDraft07 === true ? inDraft07(schema()) : schema();
  const known = Object.keys(schemas);
  throw new InputError([messages.unknownSchema(document, known, nearest(document, known)[0])]);
}

const schemas: Readonly<Record<string, () => object>> = { manifest: manifestJsonSchema, assessment: assessmentJsonSchema };
