import { h } from 'hastscript';
import { commonKeys, definitionName, isQuantity, quantityOf } from './mappings.mjs';

/** What a text has to look like, by the patterns of the schema. */
const patterns = {
  '^\\d{4}(-\\d{2}(-\\d{2})?)?$': 'a day, a month or a year: `2022-03-11`, `2022-03`, `2022`',
  '^\\d{4}-\\d{2}-\\d{2}$': 'a day: `2026-03-01`',
  '^\\d{4}$': 'a year with four digits',
  '^\\d+( runs?)?$': 'a whole number, 1 or more, with or without the word `runs`',
  '^[hH][tT][tT][pP][sS]?://\\S+$': 'an address on the web, which begins with `https://` or `http://`',
  '^[A-Za-z0-9.-]+\\.[A-Za-z0-9-]+$': 'the name of a domain',
};

/**
 * What may be written as the value of a key, in plain words: a phrase for each alternative, as a list of nodes.
 *
 * @param linkOf Links to the keys of a mapping, to quantities, and to a key of quantities.
 * @throws {TypeError} For a schema of a kind that has no words here, so that no key is described by nothing.
 */
export function formsOf(schema, part, linkOf) {
  const name = definitionName(part);
  if (name !== undefined && isQuantity(schema.$defs[name])) return [quantityForm(schema, part, linkOf)];
  if (name !== undefined) return formsOf(schema, schema.$defs[name], linkOf);
  if (part.anyOf !== undefined) return part.anyOf.flatMap((one) => formsOf(schema, one, linkOf));
  if (part.properties !== undefined) return [['a mapping with ', linkOf.mapping(part.properties)]];
  if (part.items !== undefined) return [listForm(formsOf(schema, part.items, linkOf))];
  if (typeof part.additionalProperties === 'object') return [byNameForm(schema, part, linkOf)];
  return [scalarForm(part)];
}

function listForm(items) {
  return ['a list; ', ...either(items, 'each entry is ')];
}

function byNameForm(schema, { propertyNames, additionalProperties }, linkOf) {
  const values = either(formsOf(schema, additionalProperties, linkOf), 'each value is ');
  if (propertyNames?.enum === undefined) return ['a mapping with names of your own; ', ...values];
  return ['a mapping whose keys are among ', ...words(propertyNames.enum), '; ', ...values];
}

/** Alternatives in one phrase. */
function either(forms, lead) {
  return [lead, ...forms.flatMap((form, at) => (at === 0 ? form : [' or ', ...form]))];
}

/** `a`, `b` or `c` */
function words(all) {
  return all.flatMap((word, at) => {
    const before = at === 0 ? [] : [at === all.length - 1 ? ' or ' : ', '];
    return [...before, h('code', String(word))];
  });
}

function scalarForm({ type, enum: choices, const: only, pattern, minimum, maximum }) {
  if (choices !== undefined) return choices.length === 1 ? ['the word ', ...words(choices)] : words(choices);
  if (only !== undefined) return ['the number ', ...words([only])];
  if (type === 'boolean') return words([true, false]);
  if (pattern !== undefined) {
    const text = patterns[pattern];
    if (text === undefined) throw new TypeError(`The pattern ${pattern} of the schema has no words in ${import.meta.url}`);
    return [...inCode(text), ...(pattern === '^\\d{4}$' && minimum !== undefined ? [`, from ${minimum} to ${maximum}`] : [])];
  }
  const types = [type].flat();
  if (types.includes('string')) return types.includes('number') ? ['text, or a number'] : ['text'];
  throw new TypeError(`No words for a schema of type ${types.join(', ')}`);
}

/** Text in backquotes as code. */
export function inCode(text) {
  return text.split('`').map((piece, at) => (at % 2 === 1 ? h('code', piece) : piece));
}

function quantityForm(schema, part, linkOf) {
  const { scalar, keys } = quantityOf(schema, part);
  const more = keys.filter((key) => !commonKeys(schema).includes(key));
  const bounds = boundsOf(scalar);
  return [
    'a ',
    linkOf.quantity(),
    ...(bounds === undefined ? [] : [`, ${bounds}`]),
    ...(more.length === 0
      ? []
      : ['; its mapping also takes ', ...more.flatMap((key, at) => [at === 0 ? '' : ', ', linkOf.quantityKey(key)])]),
  ];
}

function boundsOf({ type, minimum, exclusiveMinimum, maximum }) {
  const bounds = [
    ...([type].flat().includes('integer') ? ['a whole number'] : []),
    ...(exclusiveMinimum === 0 ? ['above 0'] : []),
    ...(minimum === undefined ? [] : [`${minimum} or more`]),
    ...(maximum === 1 ? ['at most 100 %'] : []),
  ];
  return bounds.length === 0 ? undefined : bounds.join(', ');
}
