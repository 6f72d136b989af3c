import type { ColumnMeaning } from '../manifest/schema/log-columns.js';

/** A table that no reader recognises, as a manifest could name it. */
export interface UnnamedTable {
  /** The names in its header. */
  readonly names: readonly string[];
  /** `energy: used (kWh), ended: day`: what the names suggest; the energy is left to the person where none suggests it. */
  readonly columns: string;
  readonly hasEnergy: boolean;
  /** Whether the names suggest powers over time. */
  readonly hasPower: boolean;
  /** Whether it has the columns of an export of TensorBoard, whose `Value` may be anything. */
  readonly isTensorBoard: boolean;
}

/** Names that suggest a power over time, and the time and the device of it. */
const suggestingPower = {
  power: /power|watt|(?:^|[^a-z])[km]?w(?:$|[^a-z])/i,
  time: /^(?:_?timestamp|time|wall[ _]time|date|datetime|_?runtime|seconds?)(?:\s*[([].*)?$|^(?:relative time|elapsed)/is,
  device: /^(?:gpu|device|card|index|gpu_?(?:id|index)|node|host(?:name)?)$/i,
} as const;

/** Powers that a device did not take: limits, extremes, shares. */
const otherPowers = /limit|cap|max|min|percent|%|state|management|__/i;

/** Names that suggest a meaning. `gpu` suggests none: it is a name as often as a number. */
const suggesting: readonly (readonly [ColumnMeaning, RegExp])[] = [
  ['energy', /energy|electricity|consum|joule|(?:^|[^a-z])[kmg]?wh(?:$|[^a-z])/i],
  ['duration', /^(?:duration|hours?|runtime|elapsed|wall_?time|seconds|minutes)\b/i],
  ['emissions', /co2|emission/i],
  ['ended', /^(?:date|day|end|ended|end_time|time|timestamp)$/i],
  ['project', /^(?:project|experiment|job|run)(?:_?name)?$/i],
  ['accelerators', /^(?:gpus|n_?gpus|num_gpus|gpu_count|accelerators)$/i],
];

const units: readonly (readonly [ColumnMeaning, RegExp, string])[] = [
  ['energy', /mwh/i, 'MWh'],
  ['energy', /(?:^|[^a-z])wh/i, 'Wh'],
  ['energy', /joule|_j$/i, 'J'],
  ['energy', /./, 'kWh'],
  ['duration', /sec/i, 's'],
  ['duration', /min/i, 'min'],
  ['duration', /./, 'h'],
  ['emissions', /./, 'kgCO2e'],
];

/**
 * The columns of a text that may be a table with a header; nothing where its first line is none.
 *
 * @example unnamedTable('date,used_kwh\n2024-03-01,2\n')?.columns //=> 'energy: used_kwh (kWh), ended: date'
 */
export function unnamedTable(text: string): UnnamedTable | undefined {
  const [header = '', row = ''] = text.replace(/^\uFEFF/, '').split(/\r?\n/, 2);
  const delimiter = [',', ';', '\t'].find((sign) => header.includes(sign) && row.includes(sign));
  if (delimiter === undefined) return undefined;
  const cells = header.split(delimiter).map((name) => name.trim().replace(/^"(.*)"$/, '$1'));
  // A spreadsheet adds empty cells at the end.
  const names = cells.slice(0, cells.findLastIndex((name) => name !== '') + 1);
  if (!names.every((name) => /^[\p{L}_][\p{L}\p{N}_ .()[\]/%-]{0,40}$/u.test(name))) return undefined;
  const series = seriesIn(names);
  const none = { names, hasEnergy: false, hasPower: true, isTensorBoard: isTensorBoard(names) };
  if (series !== undefined && !names.some((name) => suggesting[0]?.[1].test(name))) return { ...none, columns: series };
  const found = suggesting.flatMap(([meaning, words]) => {
    const name = names.find((one) => words.test(one));
    return name === undefined ? [] : [`${meaning}: ${withUnit(name, meaning)}`];
  });
  const hasEnergy = found.some((one) => one.startsWith('energy:'));
  return { ...none, columns: [...(hasEnergy ? [] : ['energy: … (kWh)']), ...found].join(', '), hasEnergy, hasPower: false };
}

function isTensorBoard(names: readonly string[]): boolean {
  return names.join() === 'Wall time,Step,Value';
}

/** `time: Wall time, power: Value (W)`, where the names suggest a time and a power. */
function seriesIn(names: readonly string[]): string | undefined {
  if (isTensorBoard(names)) return 'time: Wall time, power: Value (W)';
  const { power, time, device } = suggestingPower;
  const clock = names.find((name) => time.test(name));
  const powers = names.filter((name) => power.test(name) && !otherPowers.test(name) && name !== clock);
  if (clock === undefined || powers.length === 0) return undefined;
  const quoted = (name: string): string => (/[[\]{},:]/.test(name) ? JSON.stringify(name) : name);
  const columns = powers.map((name) => quoted(/[)\]]$/.test(name) ? name : `${name} (${/kw$/i.test(name) ? 'kW' : 'W'})`));
  const own = powers.length > 1 ? undefined : names.find((name) => device.test(name));
  return [
    `time: ${quoted(clock)}`,
    `power: ${powers.length > 1 ? `[${columns.join(', ')}]` : columns[0]}`,
    ...(own === undefined ? [] : [`device: ${own}`]),
  ].join(', ');
}

function withUnit(name: string, meaning: ColumnMeaning): string {
  const unit = units.find(([of, words]) => of === meaning && words.test(name))?.[2];
  const text = unit === undefined || /[)\]]$/.test(name) ? name : `${name} (${unit})`;
  // In a mapping on one line, brackets would be a list.
  return /[[\]]/.test(text) ? JSON.stringify(text) : text;
}
