import type { HubFault } from './fault.js';
import { entryOf, isEmptyInPython, type PythonNode, type PythonValue } from './python-yaml.js';

/** Keys that each part of a result needs. */
const needed: Readonly<Record<string, readonly string[]>> = { task: ['type'], dataset: ['type', 'name'] };

/** Faults of `model-index`: models with a name and results, each with its task, its dataset and its metrics. */
export function modelIndexFaults(index: PythonNode): readonly HubFault[] {
  if (index.value.kind === 'unknown' || index.value.kind === 'null') return [];
  const items = itemsOf(index.value);
  if (items === undefined) return [fault('model-index', 'no list', 'a list: `model-index: [{ name: …, results: […] }]`', index)];
  return items.flatMap((model, n) => modelFaults(`model-index[${n}]`, model));
}

function modelFaults(path: string, model: PythonNode): readonly HubFault[] {
  const results = entryOf(model.value, 'results');
  const name = entryOf(model.value, 'name');
  const lacking = missing(path, model, ['name', 'results']);
  if (lacking.length > 0 || results === undefined) return lacking;
  const items = itemsOf(results.value);
  if (items === undefined) return [fault(`${path}.results`, 'no list', 'a list of results', results)];
  const unnamed = name?.value.kind === 'null' && items.length > 0 ? [fault(`${path}.name`, 'nothing', 'the name of the model', name)] : [];
  return [...unnamed, ...items.flatMap((result, n) => resultFaults(`${path}.results[${n}]`, result))];
}

function resultFaults(path: string, result: PythonNode): readonly HubFault[] {
  const lacking = missing(path, result, ['task', 'dataset', 'metrics']);
  if (lacking.length > 0) return lacking;
  const parts = Object.entries(needed).flatMap(([key, keys]) => {
    const part = entryOf(result.value, key);
    return part === undefined ? [] : missing(`${path}.${key}`, part, keys);
  });
  const metrics = entryOf(result.value, 'metrics');
  const items = metrics && itemsOf(metrics.value);
  const ofMetrics =
    items === undefined
      ? [fault(`${path}.metrics`, 'no list', 'a list of metrics', metrics ?? result)]
      : items.flatMap((metric, n) => missing(`${path}.metrics[${n}]`, metric, ['type', 'value']));
  return [...parts, ...ofMetrics, ...sourceFaults(`${path}.source`, entryOf(result.value, 'source'))];
}

/** A source may lack; one with a name has an address. */
function sourceFaults(path: string, source: PythonNode | undefined): readonly HubFault[] {
  if (source === undefined || source.value.kind === 'unknown') return [];
  if (source.value.kind !== 'mapping') return [fault(path, 'no mapping', '`source: { name: …, url: https://… }`', source)];
  const [name, url] = [entryOf(source.value, 'name'), entryOf(source.value, 'url')];
  const isNamed = name !== undefined && name.value.kind !== 'null';
  return isNamed && (url === undefined || url.value.kind === 'null')
    ? [fault(path, 'a name without an address', 'Add `url:`', source)]
    : [];
}

function missing(path: string, { value, offset }: PythonNode, keys: readonly string[]): readonly HubFault[] {
  if (value.kind === 'unknown') return [];
  if (value.kind !== 'mapping')
    return [fault(path, 'no mapping', `a mapping with ${keys.map((key) => `\`${key}:\``).join(' and ')}`, { value, offset })];
  return keys
    .filter((key) => entryOf(value, key) === undefined)
    .map((key) => fault(path, `a mapping without \`${key}\``, `Add \`${key}:\``, { value, offset }));
}

/** The items of a list. An empty value is none. */
function itemsOf(value: PythonValue): readonly PythonNode[] | undefined {
  if (value.kind === 'list') return value.items;
  return value.kind !== 'text' && value.kind !== 'null' && isEmptyInPython(value) ? [] : undefined;
}

function fault(path: string, found: string, expected: string, { offset }: PythonNode): HubFault {
  return { path, found, expected, offset };
}
