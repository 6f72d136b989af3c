import type { Measure } from '../claim.js';
import { withoutDeviceNames } from './devices.js';
import { type UnitRead, unitOf, unitPattern } from './units.js';

/** What a label, a header or a key says of the value beside it. */
export interface Label {
  readonly text: string;
  readonly measure?: Measure | undefined;
  /** The unit that it names: `Carbon emitted (tCO2eq)`, `CO2 Emissions (in grams)`. */
  readonly unit?: UnitRead | undefined;
  readonly isPlace: boolean;
  readonly isCloud: boolean;
  readonly isDevice: boolean;
}

const inBrackets = new RegExp(`(?:[([]\\s*(?:in\\s+)?|\\bin\\s+|,\\s*)(?:${unitPattern})`, 'u');
const trailing = new RegExp(`[\\s_](?:${unitPattern})\\s*$`, 'u');

/** Reads a label. */
export function readLabel(text: string): Label {
  const measure = measureOf(text);
  return {
    text,
    measure,
    unit: unitIn(text, measure),
    isPlace: /\b(?:region|location|country|geograph|data ?cent(?:er|re)|site)/i.test(text),
    isCloud: /\bcloud\b|\bprovider\b/i.test(text),
    isDevice: /\bhardware\b|\bgpus?\b|\btpus?\b|\bdevices?\b|\baccelerators?\b/i.test(text),
  };
}

/** `emissions`, `Émissions`, `Emisiones`, `Emissionen`, `emissões`; not `remission`. Without its accents. */
const emissionWord = /(?<!r)emiss?i?o[ne]/i;

function measureOf(text: string): Measure | undefined {
  if (/\bPUE\b|usage effectiveness/i.test(text)) return 'pue';
  if (/\bintensity\b|emissions? factor|grid factor|kwh\b.*\/|\/\s*kwh/i.test(text) && !/emitted/i.test(text)) return 'intensity';
  if (/(?:gpu|tpu|accelerator|device|chip)[\s_-]*(?:hours?|hrs?|h)\b/i.test(text)) return 'accelerator-hours';
  if (
    /carbon emi|co[2₂]|carbon footprint|\bghg\b|greenhouse/i.test(text) ||
    emissionWord.test(text.normalize('NFD').replace(/\p{M}/gu, ''))
  )
    return /\brate\b/i.test(text) ? undefined : 'emissions';
  if (/\benergy|electricity|(?:power|kwh).*(?:consum|usage|used)|\bkwh\b|\bmwh\b/i.test(text) && !/\(\s*[kM]?W\s*\)/.test(text))
    return 'energy';
  if (/\bpower\b|\btdp\b|\bwatt/i.test(text)) return 'power';
  if (/\bhours?\b|\bduration\b|\brun ?time\b|training time|wall[\s-]?(?:clock|time)|elapsed/i.test(text)) return 'hours';
  if (/\b(?:number|count|#)\b.*(?:gpus?|tpus?|accelerators?|devices?)|^(?:n_?)?(?:gpus?|tpus?|accelerators|devices|chips)$/i.test(text))
    return 'accelerators';
  return undefined;
}

function unitIn(text: string, measure: Measure | undefined): UnitRead | undefined {
  const hidden = withoutDeviceNames(text);
  const found = inBrackets.exec(hidden) ?? trailing.exec(hidden);
  if (found === null) return undefined;
  const printed = text.slice(found.index, found.index + found[0].length);
  const unit = unitOf(found.groups ?? {}, printed.replace(/^[\s([,]*(?:in\s+)?/, '').trim());
  if (unit === undefined || measure === undefined || unit.measure === measure) return unit;
  // `Time (GPU hours)`, and `Power consumption (kWh)`, which is an energy by its unit.
  return measure === 'hours' || measure === 'accelerator-hours' || measure === 'energy' || measure === 'power' ? unit : undefined;
}
