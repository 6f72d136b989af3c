import { dataTypes, dataUsages, infrastructures, inputBases, phaseKinds } from '../../ids.js';
import type { ComputeFacts, DatasetFacts, GridFacts, MarketFacts, PlaceFacts, TaskFacts, TokenFacts } from '../../phase-facts.js';
import type { StatedGrid, StatedPhase } from '../../stated/stated.js';
import { energySources } from '../activities.js';
import { propertyNames as names } from '../properties.js';
import { choice, count, elsewhere, type Field, type FieldsOf, numbered, quantityOf, record, word, words } from './field.js';

/** Operations, with how they were counted. */
export function computeField(name: string): Field<ComputeFacts> {
  const amount = quantityOf(name, 'compute', 'FLOP');
  const about = record<Pick<ComputeFacts, 'method' | 'basis' | 'source'>>({
    method: word(`${name}:method`),
    basis: choice(`${name}:basis`, inputBases),
    source: word(`${name}:source`),
  });
  return {
    write: (value) => [...amount.write(value), ...about.write(value)],
    read: (properties, onInvalid) => {
      const found = amount.read(properties, onInvalid);
      return found && ({ ...found, ...about.read(properties, onInvalid) } as ComputeFacts);
    },
  };
}

const place: FieldsOf<PlaceFacts> = {
  label: word(names.place),
  country: word(names.country),
  cloud: word(names.cloud),
  region: word(names.region),
};

const market: FieldsOf<MarketFacts> = {
  intensity: quantityOf(names.marketIntensity, 'intensity', 'gCO2e/kWh'),
  kind: choice(names.marketKind, ['contract', 'claim', 'residual mix']),
  source: word(names.marketSource),
};

const grid: FieldsOf<GridFacts> = {
  intensity: quantityOf(names.intensity, 'intensity', 'gCO2e/kWh'),
  year: count(names.gridYear),
  zone: word(names.gridZone),
  lifeCycle: word(names.gridCycle),
  provider: word(names.gridProvider),
  energySource: choice(names.energySource, energySources),
  basis: choice(names.gridBasis, inputBases),
  origin: word(names.gridOrigin),
  source: word(names.gridSource),
  market: record(market, 'intensity'),
  hourly: elsewhere('of the measurement, whose hours a bill of materials does not have'),
  alternatives: elsewhere('figures of the tables, shown beside the one that is used'),
};

const dataset: FieldsOf<DatasetFacts> = {
  type: choice(names.datasetType, dataTypes),
  usage: choice(names.datasetUsage, dataUsages),
  items: count(names.datasetItems),
  url: word(names.datasetUrl),
};

const task: FieldsOf<TaskFacts> = {
  family: word(names.taskFamily),
  algorithm: word(names.taskAlgorithm),
  datasets: some(numbered('dataset', record(dataset, 'type'))),
  infrastructure: choice(names.infrastructure, infrastructures),
};

const tokens: FieldsOf<TokenFacts> = { value: count(names.tokens), which: word(names.tokensKey) };

/** A list; nothing where there is none in it. */
export function some<T>(field: Field<readonly T[]>): Field<readonly T[]> {
  return {
    write: field.write,
    read: (properties, onInvalid) => {
      const all = field.read(properties, onInvalid);
      return all === undefined || all.length === 0 ? undefined : all;
    },
  };
}

/** The facts of a phase, each with its properties. A new fact does not compile until it has a row here. */
export const phaseFields: FieldsOf<StatedPhase> = {
  phase: choice(names.phase, phaseKinds),
  name: word(names.name),
  title: elsewhere('follows from kind and name'),
  device: word(names.hardware),
  statedDevice: word(names.hardwareTaken),
  deviceType: choice(names.deviceType, ['cpu', 'tpu', 'accelerator']),
  accelerators: count(names.accelerators),
  acceleratorHours: quantityOf(names.acceleratorHours, 'time', 'h'),
  power: quantityOf(names.power, 'power', 'W'),
  powerRecord: elsewhere('of the measurement: a series over time'),
  runHours: elsewhere('accelerator-hours ÷ accelerators'),
  duration: quantityOf(names.duration, 'time', 'h'),
  place: record(place, 'label'),
  grid: record<StatedGrid>(grid as unknown as FieldsOf<StatedGrid>, 'intensity'),
  pue: elsewhere('an input of the lines, which has an interval too'),
  requests: count(names.requests),
  tokens: record(tokens, 'value'),
  flops: computeField(names.flops) as Field<NonNullable<StatedPhase['flops']>>,
  year: count(names.year),
  started: word(names.started),
  task: record(task),
  includes: words(names.includes),
  share: count(names.share),
  runs: count(names.runs),
  memory: quantityOf(names.memory, 'memory', 'GB'),
  systemBoundary: elsewhere('the components that are counted are listed'),
};

/**
 * All facts of a phase. The time on the clock is that of the whole phase, also where hours and requests are a share of it. What the manifest leaves open stays open: the hardware is the word of the manifest, and the variant that was
 * taken is listed beside it, so that a reader takes one as `init` and `render` do.
 */
const facts = record<StatedPhase>(phaseFields, 'phase');
export const phaseFacts: Field<StatedPhase> = {
  write: (phase) => {
    const isWhole = phase.share !== undefined && phase.phase !== 'deployment';
    return facts.write(swapped(phase)).map(([name, value]) => [isWhole && name === names.duration ? names.wholeDuration : name, value]);
  },
  read: (properties, onInvalid) => {
    const whole = properties.get(names.wholeDuration);
    const found = facts.read(whole === undefined ? properties : new Map([...properties, [names.duration, whole]]), onInvalid);
    return found && swapped(found);
  },
};

function swapped(phase: StatedPhase): StatedPhase {
  const { device, statedDevice } = phase;
  return statedDevice === undefined ? phase : { ...phase, device: statedDevice, statedDevice: device };
}

/** What a line is calculated from and a phase has once, by the names of the inputs in the lines. */
export const inputFields = {
  'PUE': quantityOf(names.pue, 'ratio', '', ''),
  'host share': quantityOf(names.hostShare, 'ratio', '', ''),
  'least host share': quantityOf(names.leastHostShare, 'ratio', '', ''),
  'on-site water': quantityOf(names.waterOnSite, 'water intensity', 'L/kWh'),
  'off-site water': quantityOf(names.waterOffSite, 'water intensity', 'L/kWh'),
} as const;
