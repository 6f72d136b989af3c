import type { Measure } from '../claim.js';
import { hiddenDevice } from './devices.js';

/** `CO2eq`, `CO₂e`, `CO$_2$ eq.`, `carbon dioxide equivalents`, `GHG`. */
export const gasPattern = String.raw`(?:CO[\s$_~{}\\^]{0,4}[2₂][$}~]{0,3}|carbon(?:\s+dioxide)?(?!\s+(?:intensity|footprint))|GHG|greenhouse[- ]gas(?:es)?)(?:[\s-]?(?:equivalents?|eq(?:v|uiv)?\.?|e))?(?![\p{L}\p{N}])`;

const massPattern = String.raw`(?:µg|mg|[gG]rams?|gr|g|[kK]ilograms?|[kK]ilos?|[kK][gG]s?|[kK]ilotonn?e?s?|kt|Mt|[Mm]egatonn?e?s?|(?:[mM]etric\s+)?[tT]onn?e?s?|MT|mT|t|T|[lL][bB]s?|[pP]ounds?)`;
const energyPattern = String.raw`(?:(?:[kK][wW]|MW|GW|TW|W)[\s·-]?[hH](?:ours?|rs?)?|[kKMG]J|[jJ]oules?|(?:[kK]ilo|[mM]ega|[gG]iga)?[wW]att[-\s][hH]ours?)`;
const powerPattern = `(?:[kKM]?W|[wW]atts?|[kK]ilo[wW]atts?|[mM]ega[wW]atts?)`;
const timePattern = `(?:(?:[wW]all|[cC]lock)(?:[ -]?(?:clock|time))?[ -])?(?:[hH]ours?|[hH]rs?|h|[dD]ays?|d|[wW]eeks?|[mM]onths?|[mM]inutes?|[mM]ins?|[sS]econds?|[sS]ecs?|s)`;
/** What an hour can be of, so that it is counted for each. */
const workerPattern = String.raw`(?:GPU|TPU|[gG]pu|XPU|[aA]ccelerator|[dD]evice|[cC]hip|(?:${hiddenDevice})(?:\s+GPU)?)`;
const per = String.raw`\s*(?:/|per|a(?=\s))\s*`;
const end = String.raw`(?![\p{L}\p{N}])`;

/** What may follow a number in a text whose device names are hidden, the longest reading first. Named groups tell the parts. */
export const unitPattern = [
  String.raw`(?<massPer>${massPattern})(?:[\s_·-]*(?:of\s+)?${gasPattern})?${per}(?<energyPer>${energyPattern})${end}`,
  String.raw`(?<mass>${massPattern})(?<gas>[\s_·-]*(?:of\s+)?${gasPattern})`,
  `(?<energy>${energyPattern})${end}`,
  `(?<power>${powerPattern})${end}`,
  String.raw`(?<worker>${workerPattern})[\s·-]*(?<workTime>[hH]ours?|[hH]rs?|h|[dD]ays?)${end}`,
  `(?<time>${timePattern})${end}`,
  `(?<bare>${massPattern})${end}`,
].join('|');

export interface UnitRead {
  readonly measure: Measure;
  /** Size in the measure's own unit. */
  readonly size: number;
  /** A mass without the gas that it is of. */
  readonly isBare?: true | undefined;
  /** Written as an energy or a power by an hour: `kW/h`. */
  readonly printed: string;
}

/** What the groups of `unitPattern` mean. */
export function unitOf(groups: Readonly<Record<string, string | undefined>>, printed: string): UnitRead | undefined {
  const { massPer, energyPer, mass, energy, power, workTime, time, bare } = groups;
  if (massPer !== undefined && energyPer !== undefined)
    return { measure: 'intensity', size: massSize(massPer) / energySize(energyPer), printed };
  if (mass !== undefined) return { measure: 'emissions', size: massSize(mass), printed };
  if (energy !== undefined) return { measure: 'energy', size: energySize(energy), printed };
  if (power !== undefined) return { measure: 'power', size: powerSize(power), printed };
  if (workTime !== undefined) return { measure: 'accelerator-hours', size: timeSize(workTime), printed };
  if (time !== undefined) return { measure: 'hours', size: timeSize(time), printed };
  return bare === undefined ? undefined : { measure: 'emissions', size: massSize(bare), isBare: true, printed };
}

/** In grams. `MT` is a metric ton where people write it of emissions, `Mt` a million of them. */
function massSize(unit: string): number {
  if (/^(?:kt|kiloton)/i.test(unit)) return 1e9;
  if (/^(?:Mt|mega)/.test(unit) || /^megaton/i.test(unit)) return 1e12;
  if (/^µg/.test(unit)) return 1e-6;
  if (/^mg$/.test(unit)) return 1e-3;
  if (/^(?:lb|pound)/i.test(unit)) return 453.59237;
  if (/^(?:kg|kilo)/i.test(unit)) return 1e3;
  if (/^(?:g|gr|grams?)$/i.test(unit)) return 1;
  return 1e6;
}

/** In kWh. */
function energySize(unit: string): number {
  if (/^k(?:w|ilo)/i.test(unit)) return 1;
  if (/^(?:mw|mega)/i.test(unit)) return 1e3;
  if (/^(?:gw|giga)/i.test(unit)) return 1e6;
  if (/^tw/i.test(unit)) return 1e9;
  if (/^kj/i.test(unit)) return 1 / 3600;
  if (/^mj/i.test(unit)) return 1 / 3.6;
  if (/^gj/i.test(unit)) return 1 / 3.6e-3;
  if (/^j/i.test(unit)) return 1 / 3.6e6;
  return 1e-3;
}

/** In W. */
function powerSize(unit: string): number {
  if (/^k/i.test(unit)) return 1e3;
  return /^(?:MW|[mM]ega)/.test(unit) ? 1e6 : 1;
}

/** In hours; a month as a twelfth of a year. */
function timeSize(unit: string): number {
  const bare = unit.replace(/^(?:wall|clock)(?:[ -]?(?:clock|time))?[ -]/i, '');
  return clockSize(bare);
}

function clockSize(unit: string): number {
  if (/^d/i.test(unit)) return 24;
  if (/^w/i.test(unit)) return 168;
  if (/^mo/i.test(unit)) return 730;
  if (/^mi/i.test(unit)) return 1 / 60;
  return /^s/i.test(unit) ? 1 / 3600 : 1;
}
