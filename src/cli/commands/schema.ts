import { InputError } from '../../diagnostics/diagnostic.js';
import { nearest } from '../../diagnostics/nearest.js';
import { assessmentJsonSchema, manifestJsonSchema } from '../../verbs/schema.js';
import type { Context } from '../context.js';
import { messages } from '../messages.js';

const schemas: Readonly<Record<string, () => object>> = { manifest: manifestJsonSchema, assessment: assessmentJsonSchema };

/** Prints a JSON Schema, for editors and programs. */
export function schema(document: string | undefined, _options: object, { terminal }: Context): void {
  const known = Object.keys(schemas);
  const make = known.includes(document ?? 'manifest') ? schemas[document ?? 'manifest'] : undefined;
  if (make === undefined) throw new InputError([messages.unknownSchema(document ?? '', known, nearest(document ?? '', known)[0])]);
  terminal.result(JSON.stringify(make(), undefined, 2));
}
