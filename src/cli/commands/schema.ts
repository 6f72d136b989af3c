import type { Context } from '../context.js';

/** Prints the manifest's JSON Schema, for editors. */
export async function schema({ terminal, api }: Context): Promise<void> {
  const { manifestJsonSchema } = await api();
  terminal.result(JSON.stringify(manifestJsonSchema(), undefined, 2));
}
