import { jsonSchema } from '../../verbs/schema.js';
import type { Context } from '../context.js';

/** Prints a JSON Schema, for editors and programs. */
export function schema(document: string | undefined, _options: object, { terminal }: Context): void {
  terminal.result(JSON.stringify(jsonSchema(document), undefined, 2));
}
