import { writtenSchema } from './schema-at-build.js';

/**
 * The JSON Schema (draft 2020-12) of assessment.json, for programs that read it.
 *
 * `npm run schema` makes it from the types in this folder, whose docstrings are its descriptions. Objects are closed: a key
 * that the types do not have is an error.
 */
export function assessmentJsonSchema(): object {
  return writtenSchema();
}
