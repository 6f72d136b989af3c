import { z } from 'zod';
import { keyDefinitions, quantityDefinition } from './schema/quantity-definition.js';
import type { QuantityRules } from './schema/quantity-rules.js';
import { manifestSchema } from './schema.js';

/**
 * The JSON Schema (draft 2020-12) of the manifest, for editors: made from the schema that reads manifests.
 *
 * What is used in several places is defined once, in `$defs`: sites, hardware, and each kind of quantity.
 */
export function manifestJsonSchema(): object {
  const quantities = new Map<string, object>();
  const { $schema, $defs, ...whole } = z.toJSONSchema(manifestSchema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      // zod leaves out the examples of what it transforms; these are of the text, as the schema is.
      const examples = z.globalRegistry.get(zodSchema)?.['examples'];
      if (Array.isArray(examples)) jsonSchema.examples = examples;
      if (!isQuantity(jsonSchema)) return;
      const { name, rules } = jsonSchema.quantity;
      quantities.set(name, quantityDefinition(rules));
      jsonSchema.$ref = `#/$defs/${name}`;
      Reflect.deleteProperty(jsonSchema, 'quantity');
    },
  });
  return {
    $schema,
    $id: 'urn:carboncard:manifest:1',
    title: 'carboncard manifest',
    ...whole,
    $defs: { ...$defs, ...Object.fromEntries([...quantities].sort(([a], [b]) => (a < b ? -1 : 1))), ...keyDefinitions },
  };
}

/** Whether the schema of a key is that of a quantity, which `quantityField` leaves to be defined here. */
function isQuantity(schema: object): schema is { quantity: { readonly name: string; readonly rules: QuantityRules }; $ref?: string } {
  return 'quantity' in schema;
}
