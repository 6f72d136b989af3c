import type { RootContent } from 'mdast';
import type { Body } from '../../card/body.js';
import type { OwnPart } from '../../card/markers.js';
import { isEnvironmentalImpact, outlineOf, sectionEnd, textOf } from '../../card/outline.js';
import type { Report } from '../../diagnostics/report.js';
import type { RunPlace } from '../record.js';
import { messages } from './messages.js';

/** Answers to the labels of the Hub's template, and of the section that sentence-transformers writes. */
export interface Answers {
  readonly emissions?: Answer | undefined;
  readonly energy?: Answer | undefined;
  readonly hours?: Answer | undefined;
  readonly hardware?: string | undefined;
  readonly provider?: string | undefined;
  readonly region?: string | undefined;
}

export interface Answer {
  /** The label may have the unit: `CO2 Emissions (in grams)`. */
  readonly label: string;
  readonly text: string;
}

const labels = {
  emissions: /^(?:carbon emitted|(?:estimated )?(?:carbon|co2(?:eq| eq)?) emissions?)\b/i,
  energy: /^energy consumed\b/i,
  hours: /^hours used\b/i,
  hardware: /^(?:hardware type|gpu model)\b/i,
  provider: /^cloud provider\b/i,
  region: /^compute region\b/i,
} as const satisfies { readonly [Id in keyof Answers]-?: RegExp };

const unanswered = /^$|more information needed|^\{\{.*\}\}$|^(?:n\/?a|none|unknown|tbd|\?|-)\.?$/i;

/** The answers in a card's own sections. The part that carboncard wrote is not evidence. */
export function answersIn({ root }: Body, part: OwnPart | undefined): Answers {
  const outline = outlineOf(root);
  const found: Record<string, Answer> = {};
  for (const heading of outline) {
    if (!isEnvironmentalImpact(heading) && heading.title !== 'training hardware') continue;
    for (const [at, node] of root.children.entries()) {
      if (at <= heading.index || at >= sectionEnd(root, outline, heading)) continue;
      if (part !== undefined && at >= part.index && at <= part.endIndex) continue;
      for (const line of linesOf(node)) {
        const [, label = '', text = ''] = /^([^:]*?)\s*:\s*(.*)$/s.exec(line) ?? [];
        const id = Object.entries(labels).find(([, pattern]) => pattern.test(label))?.[0];
        if (id !== undefined && !Object.hasOwn(found, id) && !unanswered.test(text.trim())) found[id] = { label, text: text.trim() };
      }
    }
  }
  const { emissions, energy, hours, hardware, provider, region } = found;
  return { emissions, energy, hours, hardware: hardware?.text, provider: provider?.text, region: region?.text };
}

function linesOf(node: RootContent): readonly string[] {
  const blocks = node.type === 'list' ? node.children : node.type === 'paragraph' ? [node] : [];
  return blocks.flatMap((block) => textOf(block).split(/\r\n|\r|\n/)).map((line) => line.trim());
}

const digits = String.raw`(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?(?:e[+-]?\d+)?)`;
const gramsIn = {
  mg: 1e-3,
  g: 1,
  gram: 1,
  grams: 1,
  kg: 1e3,
  kgs: 1e3,
  kilogram: 1e3,
  kilograms: 1e3,
  t: 1e6,
  tonne: 1e6,
  tonnes: 1e6,
} as const;
const amount = new RegExp(
  `^${digits}\\s*(${Object.keys(gramsIn).join('|')})?(?:\\s*(?:of\\s+)?(?:co2|co₂|carbon dioxide)[-\\s]?(?:e|eq|equivalent)?\\.?)?\\.?$`,
  'i',
);

/** Grams of a value with its unit. Tons, of which there are three kinds, and ranges are not used. */
export function emissionsIn(answer: Answer | undefined, report: Report): number | undefined {
  if (answer === undefined) return undefined;
  const [, value, behind] = amount.exec(answer.text.replace(/co2eq/i, 'CO2 eq').replace(/(k?g)co2/i, '$1 CO2')) ?? [];
  const unit = (behind ?? /\((?:in )?(mg|grams?|g|kgs?|kilograms?|tonnes?)\)/i.exec(answer.label)?.[1])?.toLowerCase();
  if (value === undefined || unit === undefined || !Object.hasOwn(gramsIn, unit)) {
    report(messages.unclearAnswer(answer.label, answer.text));
    return undefined;
  }
  const grams = numberOf(value) * gramsIn[unit as keyof typeof gramsIn];
  if (grams > 0 && Number.isFinite(grams)) return grams;
  report(messages.roundedAway(answer.text));
  return undefined;
}

export function kilowattHoursIn(answer: Answer | undefined, report: Report): number | undefined {
  if (answer === undefined) return undefined;
  const value = new RegExp(`^${digits}\\s*kWh\\.?$`).exec(answer.text)?.[1];
  if (value === undefined) report(messages.unclearAnswer(answer.label, answer.text));
  else if (numberOf(value) === 0) report(messages.roundedAway(answer.text));
  else return numberOf(value);
  return undefined;
}

export function hoursIn(answer: Answer | undefined, report: Report): number | undefined {
  if (answer === undefined) return undefined;
  const value = new RegExp(`^${digits}\\s*(?:(?:[gt]pu[- ]?)?(?:hours?|hrs?|h))?\\.?$`, 'i').exec(answer.text)?.[1];
  const hours = value === undefined ? Number.NaN : numberOf(value);
  if (hours > 0 && Number.isFinite(hours)) return hours;
  report(messages.unclearAnswer(answer.label, answer.text));
  return undefined;
}

const numberOf = (text: string): number => Number(text.replaceAll(',', ''));

/** From `1 x NVIDIA GeForce RTX 3090` or `A100 PCIe 40GB`. Several kinds, and sentences, are not used. */
export function hardwareIn(text: string | undefined): { readonly name: string; readonly count?: number | undefined } | undefined {
  if (text === undefined || unanswered.test(text)) return undefined;
  const [, count, name] = /^(?:(\d{1,5})\s*(?:[x×*]\s*|\s))?([\w][\w .+/-]{1,59}?)(?:\s+GPUs?)?$/i.exec(text.trim()) ?? [];
  if (name === undefined || /\b(?:and|or)\b/i.test(name)) return undefined;
  return { name, count: count === undefined || Number(count) === 0 ? undefined : Number(count) };
}

const clouds: readonly (readonly [RegExp, string])[] = [
  [/^(?:aws|amazon(?: web services)?)$/i, 'aws'],
  [/^(?:gcp|google(?: cloud(?: platform)?)?)$/i, 'gcp'],
  [/^(?:azure|microsoft(?: azure)?)$/i, 'azure'],
];

/** The region of a cloud, and the country at the end of a location. */
export function placeIn({ provider, region }: Answers, location: string | undefined): RunPlace {
  const cloud = clouds.find(([pattern]) => provider !== undefined && pattern.test(provider))?.[1];
  const slug = region !== undefined && /^[a-z][a-z0-9-]{2,30}$/i.test(region) ? region.toLowerCase() : undefined;
  const last = location?.split(',').at(-1)?.trim();
  const isInCloud = cloud !== undefined && slug !== undefined;
  return {
    country: last !== undefined && /^\p{L}[\p{L} .'-]{1,40}$/u.test(last) ? last : undefined,
    cloud: isInCloud ? cloud : undefined,
    cloudRegion: isInCloud ? slug : undefined,
  };
}
