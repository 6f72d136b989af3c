import { InputError } from '../../../diagnostics/diagnostic.js';
import { nearest } from '../../../diagnostics/nearest.js';
import { readYaml } from '../../../manifest/yaml/yaml.js';
import type { NamedColumns } from '../../../telemetry/files/table-layout.js';
import { messages } from '../../../telemetry/messages.js';

const single = ['time', 'device', 'node', 'name'] as const;
const several = ['power', 'energy'] as const;
const meanings: readonly string[] = [...single, ...several];

/**
 * The columns of a table as a person writes them on the command line: as in `columns:` of a manifest, or with `=` in place of `: `.
 *
 * @throws {InputError} Where it is no mapping of meanings to columns.
 * @example namedColumns('time=ts,power=p (W)') //=> { time: 'ts', power: ['p (W)'] }
 */
export function namedColumns(text: string | undefined): NamedColumns {
  if (text === undefined) return {};
  const mapping = text.trim().replace(/(^|,)\s*(\w+)\s*=\s*/g, (_, before: string, key: string) => `${before} ${key}: `);
  const { read } = readYaml(mapping.startsWith('{') ? mapping : `{ ${mapping} }`);
  const value = read?.value;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new InputError([messages.invalidColumns(text, meanings)]);
  const entries = Object.entries(value as Readonly<Record<string, unknown>>);
  const unknown = entries.find(([key]) => !meanings.includes(key));
  if (unknown !== undefined) throw new InputError([messages.unknownMeaning(unknown[0], meanings, nearest(unknown[0], meanings)[0])]);
  const texts = (key: string): readonly string[] | undefined => {
    const found = entries.find(([name]) => name === key)?.[1];
    if (found === undefined || found === null) return undefined;
    const all: readonly unknown[] = Array.isArray(found) ? found : [found];
    if (!all.every((one) => typeof one === 'string' || typeof one === 'number'))
      throw new InputError([messages.invalidColumns(text, meanings)]);
    return all.map(String);
  };
  const [power, energy] = several.map(texts);
  if (power !== undefined && energy !== undefined) throw new InputError([messages.powerAndCounter()]);
  const [time, device, node, name] = single.map((key) => texts(key)?.[0]);
  return { time, device, node, name, power, energy };
}
