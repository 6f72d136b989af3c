import { error, note, warning } from '../../diagnostics/message.js';
import { quoted } from '../messages.js';

/** What the reader of carbontracker reports. */
export const messages = {
  badDuration: (text: string) =>
    error('log-duration', `Invalid duration: ${quoted(text)}.`, { expected: 'hours, minutes and seconds, such as 0:02:21.90' }),
  noWatts: (component: string) =>
    warning('not-measured', `The power of the ${component} was not measured in this epoch. The energy of the log does not include it.`),
  someWatts: (component: string) =>
    warning('partly-measured', `The power of one ${component} or more was not measured in this epoch. The energy is that of the others.`),
  someGpus: (count: number) =>
    warning(
      'not-measured',
      `${count === 1 ? 'One GPU has' : `${count} GPUs have`} 0 W in this epoch. The energy of the log does not include it.`,
    ),
  cpuOfSomeEpochs: () =>
    warning('not-measured', 'The power of the cpu was measured in some epochs only. The energy of the GPUs alone is used.'),
  gpusNotMeasured: () =>
    warning('not-measured', 'The tool found GPUs and read no power of them. The energy of this run is that of the processors.'),
  epochWithoutTime: (count: number) =>
    warning('epoch-without-time', `${count === 1 ? 'One epoch has' : `${count} epochs have`} a power and no duration. Not counted.`),
  noEpochs: () =>
    error('no-epochs', 'The log has neither a finished epoch nor a consumption.', { expected: 'the power and duration of an epoch' }),
  onlyPredicted: () =>
    error('only-predicted', 'The log has only a prediction, which was not measured.', {
      expected: 'a block `Actual consumption`, or the standard log beside it',
    }),
  memoryNotRead: () =>
    warning('memory-not-read', 'The energy does not include the memory: the tool read only the package of the processor.', {
      note: 'From version 2.0.2 on it reads the memory too, where the processor has a meter for it (`dram` among the components).',
    }),
  memoryUnknown: () =>
    warning(
      'memory-not-read',
      'The log does not state which devices of the processor were read. Before version 2.0.2 the memory is not included.',
    ),
  cpuByRating: () =>
    warning(
      'cpu-by-rating',
      'The power of the processor was not measured: the tool takes half of its rated power. The memory is not included.',
    ),
  interrupted: () =>
    warning('interrupted', 'The training was interrupted before all epochs were monitored. The energy is that of the monitored epochs.'),
  pueOfTool: (pue: number) =>
    note('pue-of-tool', `The tool uses a PUE of ${pue}, an average of data centres. It is used unless \`pue:\` gives another.`),
  unstatedPue: () =>
    warning('unstated-pue', 'The energy includes a PUE that this log does not state, so it is taken as energy of the facility.', {
      note: 'The standard log beside it has the power without a PUE.',
    }),
  constantIntensity: (value: number, name: string) =>
    warning('constant-intensity', `The intensity of ${value} g/kWh is a constant of the tool (${name}), not the grid of the site.`, {
      note: 'The tool detected no place, or could fetch no intensity for it.',
    }),
  otherEnergy: (stated: number, own: number) =>
    warning('other-energy', `Power × duration gives ${own} kWh, but the log states ${stated} kWh without its PUE.`),
} as const;
