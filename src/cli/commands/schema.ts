import { manifestJsonSchema } from '../../verbs/schema.js';
import type { Context } from '../context.js';

/** Prints the manifest's JSON Schema, for editors. */
export function schema({ terminal }: Context): void {
  terminal.result(JSON.stringify(manifestJsonSchema(), undefined, 2));
}
