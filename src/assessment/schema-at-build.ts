import { createRequire } from 'node:module';

/**
 * The JSON Schema (draft 2020-12) of assessment.json, for programs that read it. The bundle holds the result of this call, as text.
 *
 * `npm run schema` makes it from the types in this folder, whose docstrings are its descriptions. Objects are closed: a key
 * that the types do not have is an error.
 */
export function assessmentJsonSchema(): object {
  const schema: unknown = createRequire(import.meta.url)('./assessment.schema.json');
  return schema as object;
}
