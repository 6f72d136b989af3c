type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Keywords of which each key is somebody's own word, with a schema behind it. */
const named: ReadonlySet<string> = new Set(['properties', 'definitions', 'patternProperties']);

/** Keywords with values that are no schemas. */
const values: ReadonlySet<string> = new Set(['const', 'enum', 'default', 'examples', 'dependencies', 'required']);

/**
 * The same schema in the terms of draft-07, which the editors that SchemaStore serves know best. `$defs` is `definitions` there,
 * `dependentRequired` is `dependencies`, and nothing beside a `$ref` is read, so that a `$ref` with a description goes into `allOf`.
 *
 * @see https://json-schema.org/draft/2019-09/release-notes
 */
export function inDraft07(schema: object): object {
  return { ...(converted(schema as Json) as object), $schema: 'http://json-schema.org/draft-07/schema#' };
}

function converted(schema: Json): Json {
  if (Array.isArray(schema)) return (schema as readonly Json[]).map(converted);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { $ref, ...rest } = schema as { readonly [key: string]: Json };
  const own = Object.fromEntries(
    Object.entries(rest).map(([keyword, value]) => {
      const name = renamed[keyword] ?? keyword;
      if (values.has(name)) return [name, value];
      return [name, named.has(name) ? mapped(value) : converted(value)];
    }),
  );
  if (typeof $ref !== 'string') return own;
  const reference = { $ref: $ref.replace('#/$defs/', '#/definitions/') };
  return Object.keys(own).length === 0 ? reference : { ...own, allOf: [reference] };
}

const renamed: Readonly<Record<string, string>> = { $defs: 'definitions', dependentRequired: 'dependencies' };

function mapped(schemas: Json): Json {
  return Object.fromEntries(Object.entries(schemas ?? {}).map(([key, schema]) => [key, converted(schema as Json)]));
}
