import { z } from 'zod';
import type { Message } from '../../diagnostics/message.js';
import { exampleOf } from '../../units/parse.js';
import type { ManifestQuantity } from '../manifest-quantity.js';
import { definitionOf } from './quantity-definition.js';
import { readQuantity } from './quantity-reader.js';
import type { QuantityRules } from './quantity-rules.js';
import { type Hover, hover } from './words.js';

/**
 * A schema for a quantity: text with a unit, or `{ value, low, high, cite, … }`.
 *
 * Parsed by hand, since a union of schemas would answer a wrong unit with "Invalid input".
 */
export function quantityField(options: QuantityRules & Hover): z.ZodType<ManifestQuantity, unknown> {
  const examples = options.examples ?? options.dimensions.map((dimension) => exampleOf(dimension));
  const { name, units } = definitionOf(options);
  return z
    .unknown()
    .register(z.globalRegistry, {
      ...hover({ ...options, text: `${options.text} ${units}`, examples }),
      quantity: { name, rules: options },
    })
    .transform((raw, context): ManifestQuantity => {
      const quantity = readQuantity(raw, options, ({ path, part, ...sentence }) => {
        const message: Message = sentence;
        context.issues.push({
          code: 'custom',
          message: message.message,
          input: raw,
          path: path === undefined || path === '' ? [] : [path],
          params: { sentence: message },
        });
      });
      return quantity ?? z.NEVER;
    });
}
