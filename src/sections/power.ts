import type { Assessment, PhaseFacts } from '../assessment/assessment.js';
import { devicesText } from '../assessment/phase-facts.js';
import type { HourlyFacts } from '../assessment/recorded/hourly.js';
import { coverageText } from '../assessment/recorded/power.js';
import { exact, formatted, formattedExactly, grouped, THIN } from '../units/format.js';
import { minuteText } from '../units/instant.js';
import { quantity } from '../units/quantity.js';
import type { Section, TemplateValue } from './section.js';
import { cited } from './words/works.js';

/** Power over time, how much of it was recorded, and what the electricity emitted hour by hour. */
export const power = {
  id: 'power',
  data: (assessment, { charts }) => {
    const recorded = assessment.phases.flatMap((facts) => recordText(assessment, facts) ?? []);
    const hourly = assessment.phases.flatMap((facts) => hourlyText(assessment, facts) ?? []);
    if (recorded.length === 0 && hourly.length === 0) return undefined;
    return { recorded, hourly, chart: charts.get('power') };
  },
} as const satisfies Section;

/** Names of phases are left out where there is one. */
function nameIn({ phases }: Assessment, { title }: PhaseFacts): string | undefined {
  return phases.length === 1 ? undefined : title;
}

function recordText(assessment: Assessment, facts: PhaseFacts): TemplateValue {
  const { powerRecord: record } = facts;
  if (record === undefined) return undefined;
  const { uncovered, coverage, mean, peak, start, end } = record;
  return {
    phase: nameIn(assessment, facts),
    devices: devicesText(record, facts.device),
    start: minuteText(start),
    end: minuteText(end),
    coverage: coverageText(coverage),
    uncovered: uncovered && formatted(uncovered).text,
    mean: formatted(mean).text,
    peak: peak && formatted(peak).text,
  };
}

function hourlyText(assessment: Assessment, facts: PhaseFacts): TemplateValue {
  const { grid } = facts;
  const hourly = grid?.hourly;
  if (grid === undefined || hourly === undefined) return undefined;
  const { yearly, electricity, withoutIntensity: without, estimated } = hourly;
  return {
    phase: nameIn(assessment, facts),
    hours: hoursText(hourly.hours),
    sum: formattedExactly(Number(hourly.emissions.value.toPrecision(4)), 'kgCO2e'),
    energy: formattedExactly(Number(hourly.energy.value.toPrecision(4)), 'kWh'),
    intensity: intensityText(grid.intensity.value),
    kind: grid.lifeCycle,
    column: hourly.column,
    source: cited(assessment, grid.source),
    electricity: electricity && formatted(electricity).text,
    yearly: yearly && yearlyText(assessment, hourly, yearly),
    without: without && { hours: hoursText(without.hours), energy: formatted(without.energy).text, isOne: without.hours === 1 },
    withoutEnergy: hourly.withoutEnergy === undefined ? undefined : hoursText(hourly.withoutEnergy),
    estimated: estimated === undefined ? undefined : hoursText(estimated),
  };
}

type Yearly = NonNullable<HourlyFacts['yearly']>;

/** The yearly average beside it, and what the difference comes from: the hours in which it ran, and those in which it used most. */
function yearlyText(assessment: Assessment, { mean, timing, electricity }: HourlyFacts, yearly: Yearly): TemplateValue {
  const { title, year, kind, intensity, emissions, difference, period, source } = yearly;
  const named = year === undefined || title.includes(String(year)) ? title : `${title}, ${year}`;
  return {
    title: named,
    kind,
    intensity: intensityText(intensity.value),
    source: cited(assessment, source),
    emissions: emissions && formatted(emissions).text,
    isBeside: emissions !== undefined && electricity !== undefined,
    difference: differenceText(difference),
    mean: intensityText(mean.value),
    period: `${differenceText(period)} ${isSame(period) ? 'as in' : 'than in'}`,
    timing: isSame(timing) ? undefined : { by: differenceText(timing), isLower: timing < 0 },
  };
}

/** Less than what is shown. */
function isSame(share: number): boolean {
  return Math.abs(share) < 0.0005;
}

/** `4.4 % lower`, `as high` */
function differenceText(share: number): string {
  const per = Math.abs(share) * 100;
  if (isSame(share)) return 'as high';
  const text = per < 10 ? grouped(per, 1) : grouped(per, 0);
  return `${text}${THIN}% ${share < 0 ? 'lower' : 'higher'}`;
}

function hoursText(hours: number): string {
  return `${exact(hours)} hour${hours === 1 ? '' : 's'}`;
}

/** Three digits, as beside other intensities. */
function intensityText(value: number): string {
  return formattedExactly(quantity(Number(value.toPrecision(3)), 'gCO2e/kWh').value, 'gCO2e/kWh');
}
