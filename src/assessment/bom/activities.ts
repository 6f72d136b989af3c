import type { PhaseKind } from '../ids.js';

/** Releases of CycloneDX that have a place for energy and emissions and that are written, the default first. */
export const cyclonedxVersions = ['1.6', '1.7'] as const;
export type CyclonedxVersion = (typeof cyclonedxVersions)[number];

/** What energy was used for, in the words of CycloneDX 1.6 and 1.7 (`energyConsumption.activity`). */
export const activities = [
  'design',
  'data-collection',
  'data-preparation',
  'training',
  'fine-tuning',
  'validation',
  'deployment',
  'inference',
  'other',
] as const;
export type Activity = (typeof activities)[number];

/**
 * The activity of a kind of phase. CycloneDX has no word for experiments: its `design` includes the selection of algorithms, which is what
 * searches and ablations are for. What we call deployment is a model that answers requests; its `deployment` is putting it there.
 */
export const activityOf = {
  data: 'data-preparation',
  experiments: 'design',
  training: 'training',
  finetuning: 'fine-tuning',
  evaluation: 'validation',
  deployment: 'inference',
} as const satisfies Readonly<Record<PhaseKind, Activity>>;

/** The kind of phase of an activity; `other` has none. */
export const phaseOfActivity = {
  'design': 'experiments',
  'data-collection': 'data',
  'data-preparation': 'data',
  'training': 'training',
  'fine-tuning': 'finetuning',
  'validation': 'evaluation',
  'deployment': 'deployment',
  'inference': 'deployment',
  'other': undefined,
} as const satisfies Readonly<Record<Activity, PhaseKind | undefined>>;

/** Where the electricity came from, in the words of CycloneDX 1.6 and 1.7 (`energyProvider.energySource`). */
export const energySources = [
  'coal',
  'oil',
  'natural-gas',
  'nuclear',
  'wind',
  'solar',
  'geothermal',
  'hydropower',
  'biofuel',
  'unknown',
  'other',
] as const;
export type EnergySource = (typeof energySources)[number];
