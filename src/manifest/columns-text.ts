import { InputError } from '../diagnostics/diagnostic.js';
import { messages } from './messages.js';
import { type ColumnMap, columns } from './schema/log-columns.js';
import { readYaml } from './yaml/yaml.js';

/**
 * The columns of a table as a person writes them on the command line, as in `from` of a manifest.
 *
 * @throws {InputError} Where it is no mapping of meanings to columns.
 * @example parseColumns('time: timestamp, power: power (W)') //=> { time: 'timestamp', power: 'power (W)' }
 */
export function parseColumns(text: string): ColumnMap {
  const mapping = text.trim();
  const { read } = readYaml(mapping.startsWith('{') ? mapping : `{ ${mapping} }`);
  const parsed = columns.safeParse(read?.value);
  if (!parsed.success) throw new InputError([messages.invalidColumns(text, Object.keys(columns.shape))]);
  return parsed.data;
}
