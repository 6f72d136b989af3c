import type { NamedModel } from '../record.js';
import { own } from '../texts/json-text.js';

/** Titles of the Hub's templates, which name no model. */
const templateTitle =
  /^(?:model card|model id|my model|readme|model (?:details|description|sources)|enviro\w* impacts?|training\b.*|uses?|usage|evaluation|carbon\b.*|overview|introduction|table of contents)$/i;
const maxName = 80;

/** How a card calls its model: by its metadata, else by its title; and the models that it was made from. */
export function namedModel(values: Readonly<Record<string, unknown>>, title: string | undefined): NamedModel | undefined {
  const named: readonly (readonly [unknown, string])[] = [
    [firstName(values['model-index']), 'the name in `model-index`'],
    [values['model_name'], 'the name in the metadata'],
    [title, "the card's title"],
  ];
  const found = named.flatMap(([text, from]) => {
    const name = typeof text === 'string' ? nameIn(text) : undefined;
    return name === undefined ? [] : [{ name, from }];
  })[0];
  const base = values['base_model'];
  const bases = (Array.isArray(base) ? base : [base]).filter(
    (id): id is string => typeof id === 'string' && /^[\w.-]+(?:\/[\w.-]+)?$/.test(id),
  );
  return found === undefined && bases.length === 0 ? undefined : { ...found, bases };
}

function firstName(index: unknown): unknown {
  const first: unknown = Array.isArray(index) ? index[0] : undefined;
  return typeof first === 'object' && first !== null ? own(first, 'name') : undefined;
}

/** A title without what templates write before the name. */
function nameIn(title: string): string | undefined {
  const name = title
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/^\s*model card\s*(?:for|of|:|-|–)\s*/i, '')
    .trim()
    .slice(0, 2 * maxName)
    .replace(/model card$/i, '')
    .trimEnd()
    .replace(/[-–:]$/, '')
    .trim();
  return name === '' || name.length > maxName || templateTitle.test(name) || !/[A-Za-z0-9]/.test(name) || /\{\{|needed\]/i.test(name)
    ? undefined
    : name;
}
