import type { Assessment, PhaseFacts } from '../../assessment/assessment.js';
import { devicesText } from '../../assessment/phase-facts.js';
import { coverageText, type PowerRecord } from '../../assessment/recorded/power.js';
import { durationText, formatted, plain } from '../../units/format.js';
import { minuteText, secondsOf } from '../../units/instant.js';
import { shortAlt } from '../alt.js';
import type { ChartContent } from '../chart.js';
import type { MarkFact } from '../facts.js';
import { framed } from '../frame.js';
import { modelName } from '../names.js';
import { plainText } from '../plain-text.js';
import { type Sheet, sheets } from '../sheet.js';
import { type Panel, powerPanels } from './panels.js';

/** Power over the time of the phases that have it on record. */
export const power = { id: 'power', content } as const;

/** Panels that fit one page; those of the most energy are shown. */
const maxPanels = 4;

interface Recorded {
  readonly facts: PhaseFacts;
  readonly record: PowerRecord;
}

function content(assessment: Assessment): ChartContent | undefined {
  const all = assessment.phases.flatMap((facts): Recorded[] => {
    const { powerRecord: record } = facts;
    return record === undefined || record.series.mean.every((watts) => watts === null) ? [] : [{ facts, record }];
  });
  const shown = mostEnergy(all);
  const [first, ...others] = shown;
  if (first === undefined) return undefined;
  const title = others.length === 0 ? titleOf(first) : 'Power over the time of the phases';
  const parts = shown.map((one) => ({ head: figuresOf(one, shown.length > 1), figures: [] }));
  const alt = shortAlt(title, parts);
  const words = {
    alt,
    title,
    subtitle: `Power of ${others.length === 0 ? devicesText(first.record, first.facts.device) : 'the devices'} over time, ${modelName(assessment)}. Line: mean of each step; band: up to its highest power`,
    footer: footerOf(shown, all.length - shown.length),
  };
  const panels = shown.map((one) => panelOf(one, shown.length > 1));
  const laidOut = (sheet: Sheet) => framed(sheet, { ...words, ...powerPanels(panels, sheet) });
  return {
    id: 'power',
    title,
    alt,
    longAlt: plain(`${title}. Line chart of power over time. ${parts.map(({ head }) => `${head}.`).join(' ')} ${words.footer.join(' ')}`),
    facts: Object.fromEntries(shown.map((one, n) => [`mean${n}`, [factOf(one)]])),
    spec: laidOut(sheets.print),
    screen: laidOut(sheets.screen),
  };
}

/** The phases with the most energy, in their order. */
function mostEnergy(all: readonly Recorded[]): readonly Recorded[] {
  if (all.length <= maxPanels) return all;
  const energy = ({ record: { mean, deviceHours, devices } }: Recorded): number => (mean.value * deviceHours.value) / devices;
  const largest = new Set(all.toSorted((a, b) => energy(b) - energy(a)).slice(0, maxPanels));
  return all.filter((one) => largest.has(one));
}

/** The title: how far the highest power is above the mean. */
function titleOf({ facts, record }: Recorded): string {
  const { mean, peak } = record;
  const who = `The ${devicesText(record, facts.device).replace(/^1 /, '')}`;
  const average = `${who} took ${formatted(mean).text} on average`;
  if (peak === undefined || peak.value <= 1.25 * mean.value) return average;
  const highest = formatted(peak).text;
  return peak.value >= 2 * mean.value ? `${average}, less than half of the highest ${highest}` : `${average}, and ${highest} at most`;
}

/** What a panel shows, in words. */
function figuresOf({ facts, record }: Recorded, isNamed: boolean): string {
  const { mean, peak, start, end } = record;
  const highest = peak === undefined ? '' : `, highest ${formatted(peak).text}`;
  const name = isNamed ? `${plainText(facts.title)}: ` : '';
  return `${name}${isNamed ? 'mean' : 'Mean'} ${formatted(mean).text}${highest}, ${minuteText(start)} to ${minuteText(end)} UTC, ${coverageText(record.coverage)} of the device-hours recorded`;
}

function factOf(recorded: Recorded): MarkFact {
  return { name: plainText(recorded.facts.title), value: figuresOf(recorded, false) };
}

function footerOf(shown: readonly Recorded[], others: number): readonly string[] {
  const steps = [...new Set(shown.map(({ record }) => durationText(record.series.step.value / 3600)))];
  const lengths = steps.length === 1 ? `Steps of ${stepText(shown[0]?.record)}. ` : '';
  const coverages = shown.map(({ record }) => record.coverage);
  const covered =
    Math.min(...coverages) >= 1
      ? ''
      : shown.length === 1
        ? ` Power was recorded for ${coverageText(coverages[0] ?? 1)} of the device-hours; where nothing was recorded the chart is empty.`
        : ' Where nothing was recorded the chart is empty.';
  const more = others === 0 ? '' : ` ${others} more phases have less energy.`;
  return [`${lengths}Times in UTC.${covered}${more}`];
}

/** `33 minutes` */
function stepText(record: PowerRecord | undefined): string {
  const seconds = record?.series.step.value ?? 0;
  if (seconds < 120) return `${Number(seconds.toPrecision(4))} s`;
  return seconds < 7200 ? `${Number((seconds / 60).toPrecision(3))} minutes` : durationText(seconds / 3600);
}

function panelOf({ facts, record }: Recorded, isNamed: boolean): Panel {
  const { start, end, series } = record;
  return {
    name: isNamed ? plainText(facts.title) : undefined,
    start: secondsOf(start),
    end: secondsOf(end),
    seriesStart: secondsOf(series.start),
    step: series.step.value,
    mean: series.mean,
    peak: series.peak,
  };
}
