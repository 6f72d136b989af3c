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
    const machine: Changed<Modules> | undefined = listsDies && accelerator !== undefined ? modulesOf(accelerator) : undefined;
    const country = countryOf(place);
    for (const found of [machine?.message, country.message]) if (found !== undefined) report(found, run);
    const counted = machine === undefined || machine.value.dies === 1 ? run : withModules(run, machine.value);
    return country.value === place ? counted : { ...counted, place: country.value };
  };
}

/** The accelerators of a run, and how many dies each of them has in the log. */
interface Modules {
  readonly accelerator: RunAccelerator;
  readonly dies: number;
}

interface Changed<Value> {
  readonly value: Value;
  readonly message?: Message | undefined;
}

/** Most runs have the same machine and place as the run before. */
function remembered<Value, Result>(change: (value: Value) => Changed<Result>): (value: Value) => Changed<Result> {
  let last: Value | undefined;
  let changed: Changed<Result> | undefined;
  return (value) => {
    if (changed === undefined || value !== last) [last, changed] = [value, change(value)];
    return changed;
  };
}

/** The accelerators as modules, where drivers, schedulers and tools list each of their dies. */
function inModules(accelerator: RunAccelerator, { dies: diesOf }: Tables): Changed<Modules> {
  const { name, count } = accelerator;
  const dies = name === undefined ? 1 : diesOf(name);
  if (dies === 1 || name === undefined || count === undefined) return { value: { accelerator, dies } };
  return { value: { accelerator: { name, count: count / dies }, dies }, message: messages.dies(name, { count, dies }) };
}

/** A run with everything in modules that the log counts in dies: hours of half a module are half as many. */
function withModules(run: RunRecord, { accelerator, dies }: Modules): RunRecord {
  const { acceleratorHours: hours, unread, idleCards: idle } = run;
  return {
    ...run,
    accelerator,
    acceleratorHours: hours === undefined ? undefined : hours / dies,
    unread: unread && {
      ...unread,
      acceleratorHours: unread.acceleratorHours === undefined ? undefined : unread.acceleratorHours / dies,
      // `1 of 2 GPUs` are dies of one.
      what: unread.what?.replace(/^\S+ of \d+ /, 'some of the '),
    },
    // A module is idle where all of its dies are.
    idleCards: idle === undefined ? undefined : Math.floor(idle / dies),
  };
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
