import { parse } from 'yaml';

const units = /\s*(With a unit: [^.]*\.|A number is in [^.]*\.|A number or a percentage\.|A number\.)$/;

/**
 * What the description of a key says, in its parts: what the key is, the units of a quantity, the default, and the example of a key whose
 * schema has no `examples`. The schema has them in one text, since an editor shows one.
 */
export function descriptionOf({ description, examples }, { isQuantity = false } = {}) {
  const [, said, example] = /^([\s\S]*?)(?:\s*Example: `([\s\S]*)`\.)?$/.exec(description);
  const [, withUnits, absent] = /^([\s\S]*?)(?:\s*Default: ([\s\S]*)\.)?$/.exec(said);
  const found = isQuantity ? units.exec(withUnits) : undefined;
  return {
    text: found == null ? withUnits : withUnits.slice(0, found.index),
    units: found?.[1],
    absent,
    examples: examples ?? (example === undefined ? [] : [parse(example)]),
  };
}
