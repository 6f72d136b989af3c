import type { HubFault } from './fault.js';
import { hubLicences } from './licences-data.js';
import { modelIndexFaults } from './model-index.js';
import { nearLicence } from './near-licence.js';
import { entryOf, isEmptyInPython, type PythonNode, type PythonValue } from './python-yaml.js';

/** What each key takes: text, text or a list of texts, or a list of texts. Of other keys the Hub takes anything. */
const kinds: Readonly<Record<string, readonly ('text' | 'list')[]>> = {
  license: ['text', 'list'],
  license_name: ['text'],
  license_link: ['text'],
  language: ['text', 'list'],
  library_name: ['text'],
  pipeline_tag: ['text'],
  base_model: ['text', 'list'],
  datasets: ['text', 'list'],
  metrics: ['text', 'list'],
  tags: ['list'],
};

/** Arguments of the reader itself, which metadata can't have as keys. */
const reserved: readonly string[] = ['self', 'ignore_metadata_errors'];

/**
 * The faults of a card's metadata by the rules of `huggingface_hub` (`ModelCard`, `ModelCardData`, as of 2026) and of the Hub's own
 * validation, as far as these are known: keys are text, license, language, tags and such have their types, `model-index` its form.
 *
 * @param metadata The front matter, as PyYAML reads it.
 */
export function hubFaults(metadata: PythonValue): readonly HubFault[] {
  if (metadata.kind !== 'mapping') return [];
  const keys = metadata.entries.flatMap(({ key }): readonly HubFault[] => keyFault(key));
  const values = Object.keys(kinds).flatMap((name) => {
    const node = entryOf(metadata, name);
    return node === undefined ? [] : valueFaults(name, node);
  });
  const results = entryOf(metadata, 'eval_results');
  const own = results === undefined || isEmptyInPython(results.value) ? [] : [evalResults(results)];
  const index = entryOf(metadata, 'model-index');
  return [...keys, ...values, ...own, ...(index === undefined ? [] : modelIndexFaults(index))];
}

function keyFault({ value, offset }: PythonNode): readonly HubFault[] {
  if (value.kind === 'unknown') return [];
  if (value.kind !== 'text')
    return [{ path: 'text' in value ? value.text : 'a key', found: `a key that is ${nameOf(value)}`, expected: 'a key in quotes', offset }];
  return reserved.includes(value.text)
    ? [{ path: value.text, found: 'a word that the reader uses itself', expected: 'another key', offset }]
    : [];
}

function valueFaults(name: string, { value, offset }: PythonNode): readonly HubFault[] {
  const allowed = kinds[name] ?? [];
  if (value.kind === 'null' || value.kind === 'unknown') return [];
  if (value.kind === 'list' && allowed.includes('list'))
    return value.items.flatMap((item, index) => textFaults(`${name}[${index}]`, name, item));
  if (allowed.includes('text')) return textFaults(name, name, { value, offset });
  return [{ path: name, found: nameOf(value), expected: `a list: \`${name}: [${exampleOf(value)}]\``, offset }];
}

function textFaults(path: string, name: string, { value, offset }: PythonNode): readonly HubFault[] {
  if (value.kind === 'unknown') return [];
  // The Hub itself reads YAML 1.2: `no` is the language, though Python reads false.
  if (value.kind === 'boolean' && value.isWord === true) return [];
  if (value.kind === 'text') return name === 'license' ? licenceFaults(path, value.text, offset) : [];
  const isWord = value.kind === 'boolean' || value.kind === 'integer' || value.kind === 'float' || value.kind === 'date';
  return [{ path, found: nameOf(value), expected: isWord ? 'quotes around it' : 'text', offset }];
}

function licenceFaults(path: string, text: string, offset: number | undefined): readonly HubFault[] {
  if (hubLicences.includes(text)) return [];
  const near = nearLicence(text);
  const named = '`license: other` with `license_name` and `license_link`';
  const expected = near === undefined ? named : `\`${near}\`; or ${named}`;
  return [{ path, found: `\`${text}\`, no licence that the Hub lists`, expected, offset, isUnsure: true }];
}

function evalResults({ offset }: PythonNode): HubFault {
  return { path: 'eval_results', found: 'data, which the reader takes from `model-index` alone', expected: '`model-index`', offset };
}

function exampleOf(value: PythonValue): string {
  return value.kind === 'text' ? value.text.trim() : 'carbon';
}

const names: Readonly<Record<PythonValue['kind'], string>> = {
  text: 'text',
  integer: 'a number',
  float: 'a number',
  boolean: 'true or false',
  null: 'nothing',
  date: 'a date',
  list: 'a list',
  mapping: 'a mapping',
  unknown: 'an alias',
};

export function nameOf({ kind }: PythonValue): string {
  return names[kind];
}
