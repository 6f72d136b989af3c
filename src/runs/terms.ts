import type { Message } from '../diagnostics/message.js';
import type { RunAccelerator, RunPlace, RunRecord } from '../trackers/record.js';
import { messages } from './messages.js';

/** What the factor tables have of the words of a log. */
export interface Tables {
  /** Dies that one device of a name is listed as: 1 for most. */
  readonly dies: (device: string) => number;
  /** The code of the country that a code or a name means. */
  readonly countryCode: (text: string) => string | undefined;
}

/**
 * Turns runs into the terms of the factor tables: modules in place of their dies, and a country by its name where its code is
 * none. What was changed is reported.
 */
export function createTerms(
  tables: Tables,
  report: (message: Message, run: RunRecord) => void,
): (run: RunRecord, listsDies: boolean) => RunRecord {
  const modulesOf = remembered((accelerator: RunAccelerator) => inModules(accelerator, tables));
  const countryOf = remembered((place: RunPlace) => withCountry(place, tables));
  return (run, listsDies) => {
    const { accelerator, place } = run;
    const machine: Changed<RunAccelerator | undefined> =
      listsDies && accelerator !== undefined ? modulesOf(accelerator) : { value: accelerator };
    const country = countryOf(place);
    for (const found of [machine.message, country.message]) if (found !== undefined) report(found, run);
    if (machine.value === accelerator && country.value === place) return run;
    return { ...run, accelerator: machine.value, place: country.value };
  };
}

interface Changed<Value> {
  readonly value: Value;
  readonly message?: Message | undefined;
}

/** Most runs have the same machine and place as the run before. */
function remembered<Value>(change: (value: Value) => Changed<Value>): (value: Value) => Changed<Value> {
  let last: Value | undefined;
  let changed: Changed<Value> | undefined;
  return (value) => {
    if (changed === undefined || value !== last) [last, changed] = [value, change(value)];
    return changed;
  };
}

/** The accelerators as modules, where drivers, schedulers and tools list each of their dies. */
function inModules(accelerator: RunAccelerator, { dies }: Tables): Changed<RunAccelerator> {
  const { name, count } = accelerator;
  const of = name === undefined ? 1 : dies(name);
  if (of === 1 || name === undefined || count === undefined) return { value: accelerator };
  return { value: { name, count: count / of }, message: messages.dies(name, { count, dies: of }) };
}

/** The place by its code, by its name where the code is none; both where they are two countries. */
function withCountry(place: RunPlace, { countryCode }: Tables): Changed<RunPlace> {
  const { countryName: name, ...value } = place;
  if (name === undefined) return { value: place };
  const { country } = value;
  if (country === undefined) return { value: { ...value, country: name } };
  const [byCode, byName] = [countryCode(country), countryCode(name)];
  if (byName === undefined || byCode === byName) return { value };
  if (byCode === undefined) return { value: { ...value, country: name }, message: messages.countryByName(country, name) };
  return { value, message: messages.countriesDiffer(country, name) };
}
