import { createRequire } from 'node:module';

/** The JSON Schema that `npm run schema` wrote. The bundle holds the result of this call, as text. */
export function writtenSchema(): object {
  const schema: unknown = createRequire(import.meta.url)('./assessment.schema.json');
  return schema as object;
}
