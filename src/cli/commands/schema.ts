import { jsonSchema } from '../../verbs/schema.js';
import type { Context } from '../context.js';

/** Prints a JSON Schema, for editors and programs. */
export function schema(document: string | undefined, options: { readonly draft07?: true | undefined }, { terminal }: Context): void {
  terminal.result(JSON.stringify(jsonSchema(document, { isDraft07: options.draft07 }), undefined, 2));
}
