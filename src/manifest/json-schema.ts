import { z } from 'zod';
import { manifestSchema } from './schema.js';

/** The manifest's JSON Schema (draft 2020-12), for editors: made from the schema that reads manifests. */
export function manifestJsonSchema(): object {
  return { ...z.toJSONSchema(manifestSchema, { io: 'input', unrepresentable: 'any' }), title: 'carboncard manifest' };
}
