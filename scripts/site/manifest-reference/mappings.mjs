/** Names that a mapping of `$defs` has on the pages, where the schema has another. */
const names = { site: 'sites', phase: 'phases', 'base-model': 'base_model', column: 'column' };

/**
 * Every mapping that the schema of the manifest describes, once, with its keys.
 *
 * A mapping that is used in several places is defined once in `$defs`, and is one here: `places` says where it can be written.
 *
 * @returns Mappings by their id: `''` for the manifest itself, `hardware`, `output-cyclonedx`.
 */
export function mappingsOf(schema) {
  const mappings = new Map();
  const walk = (part, id, place, steps) => {
    const name = definitionName(part);
    if (name !== undefined) {
      if (isQuantity(schema.$defs[name])) return;
      const own = names[name] ?? name;
      const known = [...mappings.values()].find((one) => one.id === own);
      if (known !== undefined) known.places.add(place);
      else walk(schema.$defs[name], own, place, steps);
      return;
    }
    if (part.properties !== undefined) {
      const keys = Object.entries(part.properties).map(([key, value]) => keyOf(schema, { id, key, value, required: part.required }));
      mappings.set(id, { id, places: new Set([place]), steps, keys, properties: part.properties });
      for (const [key, value] of Object.entries(part.properties)) {
        walk(value, joined(id, key), place === '' ? key : `${place}.${key}`, [...steps, { mapping: id, key }]);
      }
    }
    for (const one of part.anyOf ?? []) walk(one, id, place, steps);
    if (part.items !== undefined) walk(part.items, id, `${place}[]`, [...steps, 'list']);
    if (typeof part.additionalProperties === 'object') walk(part.additionalProperties, id, `${place}.<name>`, [...steps, 'name']);
  };
  walk(schema, '', '', []);
  return mappings;
}

/** A key of a mapping: its anchor, what the schema says of it, and whether the mapping needs it. */
function keyOf(schema, { id, key, value, required = [] }) {
  const name = definitionName(value);
  const part = name === undefined ? value : { ...schema.$defs[name], ...value };
  return { key, anchor: joined(id, key).replace('$', ''), part, isRequired: required.includes(key) };
}

const joined = (id, key) => (id === '' ? key : `${id}-${key}`);

/** The name of what a part refers to in `$defs`. */
export const definitionName = (part) => part.$ref?.replace('#/$defs/', '');

/** Whether a definition is that of a quantity: text, perhaps a number, or a mapping with a `value`. */
export const isQuantity = (definition) => definition?.anyOf?.[1]?.properties?.value !== undefined;

/** The keys of quantities, which the schema defines once for all. */
export function quantityKeys(schema) {
  return Object.entries(schema.$defs)
    .filter(([name]) => name.startsWith('quantity.'))
    .map(([name, part]) => {
      const key = name.slice('quantity.'.length);
      return { key, anchor: `quantity-${key}`, part, isRequired: key === 'value' };
    });
}

/** The schema of what a quantity may be without a mapping, and the keys of its mapping. */
export function quantityOf(schema, part) {
  const definition = schema.$defs[definitionName(part)];
  if (!isQuantity(definition)) return undefined;
  const [scalar, mapping] = definition.anyOf;
  return { scalar, keys: Object.keys(mapping.properties) };
}

/** Keys that every quantity has. */
export function commonKeys(schema) {
  const [first, ...rest] = Object.values(schema.$defs)
    .filter(isQuantity)
    .map(({ anyOf: [, { properties }] }) => Object.keys(properties));
  return first.filter((key) => rest.every((keys) => keys.includes(key)));
}
