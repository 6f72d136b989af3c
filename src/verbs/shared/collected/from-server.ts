import { InputError } from '../../../diagnostics/diagnostic.js';
import { messages } from '../../../telemetry/messages.js';
import type { Collection, CollectOptions } from './collection.js';

/** Whether an input is the address of a server, and not a file. */
export function isServer(input: string): boolean {
  return /^https?:\/\//i.test(input);
}

/**
 * Asks a server for the energy of its devices.
 *
 * @throws {InputError} Where it can't be asked.
 */
export async function collectFromServer(_address: string, _options: CollectOptions): Promise<Collection> {
  throw new InputError([messages.serverNotYet()]);
}
