import { error, warning } from '../diagnostics/message.js';
import { formatted, percent, plain, significant } from '../units/format.js';

const weighed = (severity: 'error' | 'warning') => (severity === 'error' ? error : warning);
const watts = (value: number): string => plain(formatted({ value, unit: 'W' }).text);
const kilograms = (value: number): string => plain(formatted({ value, unit: 'kgCO2e' }).text);

/** What is said of figures beside the power of the work that cannot be, or hardly can. */
export const besideMessages = {
  grid: (intensity: number) =>
    warning('implausible-grid', `A grid intensity of ${significant(intensity, 3)} g/kWh is outside the range of grids.`, {
      expected:
        intensity < 1
          ? `an intensity of 5 to 1,200 g/kWh; ${significant(intensity, 3)} kg/kWh are ${significant(intensity * 1000, 3)} g/kWh`
          : 'an intensity of 5 to 1,200 g/kWh',
    }),
  overhead: (severity: 'error' | 'warning', ratio: number) =>
    weighed(severity)(
      'implausible-overhead',
      `The overhead is ${significant(ratio, 3)} times the energy of the machines, a PUE of ${significant(1 + ratio, 3)}.`,
      {
        expected:
          'the power or energy of cooling and losses for this phase alone: `{ value, for: 384 accelerators }` for that of a larger cluster',
      },
    ),
  host: (severity: 'error' | 'warning', ratio: number) =>
    weighed(severity)('implausible-host', `The host takes ${percent(ratio)} of the energy of the work.`, {
      expected: 'some 20 % to 100 %: the power or energy of processors, memory and fans for this phase alone',
    }),
  idle: (severity: 'error' | 'warning', power: number, device: string) =>
    weighed(severity)('implausible-idle', `An idle power of ${watts(power)} for each ${device} is more than its rated power.`, {
      expected: 'the power of one idle accelerator with its share of the host; or `{ value, for: 8 accelerators }`',
    }),
  processor: (severity: 'error' | 'warning', power: number, processor: string) =>
    weighed(severity)(
      'implausible-processor',
      `${watts(power)} is more than one ${processor} can take. Is it the power of all of them, or of the machine?`,
      {
        expected: 'the power of one processor, at most some 500 W; or `{ value, for: 2 accelerators }`',
      },
    ),
  embodied: (what: 'accelerator' | 'server', kg: number) =>
    warning('implausible-embodied', `Making one ${what} with ${kilograms(kg)} is far above published figures.`, {
      expected: what === 'server' ? 'some 1,000 to 10,000 kgCO2e for one server' : 'some 50 to 500 kgCO2e for one accelerator',
    }),
} as const;
