import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Diagnostic, InputError } from '../../../src/diagnostics/diagnostic.js';
import type { HourlySeries } from '../../../src/manifest/hourly/series.js';
import { readHourly } from '../../../src/trackers/hourly-intensity.js';
import { secondsOf } from '../../../src/units/instant.js';
import { pieces } from './reading.js';

/** The columns of a download of Electricity Maps; the figures were made for the test. */
const electricityMaps = `Datetime (UTC),Country,Zone name,Zone id,Carbon intensity gCO₂eq/kWh (direct),Carbon intensity gCO₂eq/kWh (Life cycle),Carbon-free energy percentage (CFE%),Renewable energy percentage (RE%),Data source,Data estimated,Data estimation method
2024-03-11 00:00:00,Invented,Invented,XX,310.5,350.25,60,50,invented,false,
2024-03-11 01:00:00,Invented,Invented,XX,300.5,340.25,60,50,invented,true,TIME_SLICER_AVERAGE
`;
const earlier = electricityMaps
  .replace('Carbon intensity gCO₂eq/kWh (direct)', 'Carbon Intensity gCO₂eq/kWh (direct)')
  .replace('Carbon intensity gCO₂eq/kWh (Life cycle)', 'Carbon Intensity gCO₂eq/kWh (LCA)');

const first = secondsOf('2024-03-11T00:00:00Z') / 3600;
const read = (text: string, basis?: 'life-cycle' | 'direct'): Promise<HourlySeries> => readHourly(pieces(text), basis);

async function faults(text: string): Promise<readonly Diagnostic[]> {
  try {
    await read(text);
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.diagnostics;
    throw error;
  }
}

describe('hourly intensities', () => {
  it.each([
    ['of today', electricityMaps],
    ['of before', earlier],
  ])('are the life-cycle column of a download of Electricity Maps %s', async (_, text) => {
    const series = await read(text);
    expect([...series.values]).toEqual([
      [first, 350.25],
      [first + 1, 340.25],
    ]);
    expect(series).toMatchObject({ lifeCycle: 'life-cycle', zone: 'XX', isElectricityMaps: true });
    expect([...series.estimated]).toEqual([first + 1]);
  });

  it('are the direct column where that is asked for', async () => {
    const series = await read(electricityMaps, 'direct');
    expect([...series.values.values()]).toEqual([310.5, 300.5]);
    expect(series).toMatchObject({ lifeCycle: 'direct', column: 'Carbon intensity gCO₂eq/kWh (direct)' });
  });

  it.each([
    ['a column in UTC', 'hour (UTC),gCO2e/kWh\n2024-03-11 00:00,100\n'],
    ['an offset in each time', 'time,g/kWh\n2024-03-11T01:00:00+01:00,100\n'],
    ['seconds since 1970', `timestamp,intensity [gCO2/kWh]\n${first * 3600},100\n`],
    ['kilograms per megawatt-hour', 'Datetime (UTC),CO2 kg/MWh\n2024-03-11 00:00,100\n'],
    ['grams with a space', 'Datetime (UTC),intensity (g CO2e/kWh)\n2024-03-11 00:00,100\n'],
    [
      'a forecast beside it',
      'Datetime (UTC),Actual Carbon Intensity (gCO2/kWh),Forecast Carbon Intensity (gCO2/kWh)\n2024-03-11 00:00,100,90\n',
    ],
    ['semicolons', 'Datetime (UTC);gCO2e/kWh\n2024-03-11 00:00;100\n'],
  ])('have the hour in UTC and grams per kWh: %s', async (_, text) => {
    expect([...(await read(text)).values]).toEqual([[first, 100]]);
  });

  it('have the mean of several rows of an hour: (100 + 140) ÷ 2', async () => {
    const series = await read('Datetime (UTC),gCO2e/kWh\n2024-03-11 00:00,100\n2024-03-11 00:30,140\n2024-03-11 01:00,90\n');
    expect([...series.values.values()]).toEqual([120, 90]);
  });

  it('have both hours of the night in which clocks are put back', async () => {
    const text = 'time,gCO2e/kWh\n2024-10-27T02:00:00+02:00,100\n2024-10-27T02:00:00+01:00,200\n';
    expect([...(await read(text)).values.values()]).toEqual([100, 200]);
  });

  it('leave out hours without a figure, and a 0 that no grid has, with a word', async () => {
    const series = await read(
      'Datetime (UTC),gCO2e/kWh\n2024-03-11 00:00,100\n2024-03-11 01:00,\n2024-03-11 02:00,0\n2024-03-11 03:00,90\n',
    );
    expect([...series.values.keys()]).toEqual([first, first + 3]);
    expect(series.remarks.map(({ id }) => id)).toEqual(['hourly-zero']);
  });

  it.each([
    ['hourly-time-zone', 2, 'time,gCO2e/kWh\n2024-03-11 00:00,100\n'],
    ['hourly-columns', 1, 'Datetime (UTC),value\n2024-03-11 00:00,100\n'],
    ['hourly-columns', 1, 'place,gCO2e/kWh\nFR,100\n'],
    ['hourly-columns', 1, 'Datetime (UTC),one gCO2e/kWh,other gCO2e/kWh\n2024-03-11 00:00,100,90\n'],
    ['hourly-time', 2, 'Datetime (UTC),gCO2e/kWh\nyesterday,100\n'],
    ['hourly-figure', 3, 'Datetime (UTC),gCO2e/kWh\n2024-03-11 00:00,100\n2024-03-11 01:00,-5\n'],
    ['hourly-figure', 2, 'Datetime (UTC),gCO2e/kWh\n2024-03-11 00:00,high\n'],
    ['hourly-twice', 3, 'Datetime (UTC),gCO2e/kWh\n2024-03-11 00:00,100\n2024-03-11 00:00,101\n'],
    ['hourly-zones', 3, electricityMaps.replace('01:00:00,Invented,Invented,XX', '01:00:00,Invented,Invented,YY')],
    ['hourly-coarse', 1, 'Datetime (UTC),gCO2e/kWh\n2024-03-11 00:00,100\n2024-03-12 00:00,90\n2024-03-13 00:00,90\n'],
    ['no-rows', 1, 'Datetime (UTC),gCO2e/kWh\n'],
  ])('are refused with the line: %s, line %d', async (id, line, text) => {
    expect((await faults(text)).map((fault) => [fault.id, fault.line])).toEqual([[id, line]]);
  });

  it('are the same in any order of rows', async () => {
    const rows = Array.from(
      { length: 30 },
      (_, n) => `2024-03-${11 + Math.floor(n / 24)} ${String(n % 24).padStart(2, '0')}:00,${100 + ((n * 37) % 50)}`,
    );
    const inOrder = await read(`Datetime (UTC),gCO2e/kWh\n${rows.join('\n')}\n`);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(rows, { minLength: rows.length }), async (shuffled) => {
        const series = await read(`Datetime (UTC),gCO2e/kWh\n${shuffled.join('\n')}\n`);
        expect([...series.values]).toEqual([...inOrder.values]);
      }),
      { numRuns: 20 },
    );
  });
});
