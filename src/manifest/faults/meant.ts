import { outputNames } from '../../outputs/ids.js';

/** Keys that people write for another, without blanks, hyphens and capitals; the first that a place takes is meant. */
const keysMeant: Readonly<Record<string, readonly string[]>> = {
  load: 'utilization utilisation util gpu_utilization gpu_utilisation average_load'.split(' '),
  duration: 'time hours days weeks wall_time walltime wall_clock wall_clock_time runtime run_time training_time elapsed'.split(' '),
  accelerator_hours: 'gpu_hours gpuhours tpu_hours device_hours chip_hours gpu_time'.split(' '),
  accelerators: 'gpus num_gpus n_gpus ngpus gpu_count tpus num_tpus devices num_devices count num_accelerators accelerator_count'.split(
    ' ',
  ),
  hardware: 'gpu device gpu_type gpu_model accelerator_type machine machine_type instance instance_type tpu processor cpu'.split(' '),
  accelerator: 'gpu device gpu_type gpu_model accelerator_type tpu chip processor cpu processor_type cpu_type cpu_model'.split(' '),
  location: 'country place where state city country_code country_iso_code datacenter data_center data_centre'.split(' '),
  cloud: 'provider cloud_provider'.split(' '),
  region: 'cloud_region compute_region zone'.split(' '),
  emissions: 'emission co2 co2e co2eq co2_eq carbon carbon_emitted co2_eq_emissions total_emissions footprint'.split(' '),
  reported: 'emissions emission co2 co2e co2eq co2_eq carbon carbon_emitted co2_eq_emissions total_emissions footprint'.split(' '),
  rating: 'tdp rated_power max_power'.split(' '),
  power: 'tdp rated_power max_power watts power_draw average_power'.split(' '),
  grid: 'grid_intensity carbon_intensity emission_factor emissions_factor grid_factor intensity'.split(' '),
  energy: 'electricity kwh energy_kwh energy_consumed consumption energy_consumption'.split(' '),
  flops: 'flop operations compute'.split(' '),
  started: 'start start_date started_at date begin'.split(' '),
  phase: 'type kind stage'.split(' '),
  phases: 'runs stages'.split(' '),
  parameters: 'params n_params num_parameters size'.split(' '),
};

/** What is written with a key that is easily confused. */
const explained: Readonly<Record<string, string>> = {
  load: '`load` is average power ÷ rated power. The share of the operations that a device can do is `mfu`; what nvidia-smi calls utilisation is neither.',
  grid: '`grid: { intensity: 57 gCO2e/kWh }`',
  duration: '`duration: 72 h` is by the clock; hours of all accelerators together are `accelerator_hours`.',
  accelerator_hours: '`accelerator_hours` are accelerators × hours: 8 GPUs for 10 h are 80.',
  reported: '`reported: 8.2 kgCO2e` is compared with the result, and not counted.',
  power: '`power` is the average power of one accelerator. Rated power is in the factor tables; `load` scales it.',
};

/** Words that people write for one of a few, such as the kinds of a phase and the formats. */
const wordsMeant: Readonly<Record<string, readonly string[]>> = {
  data: 'dataset preprocessing data_preparation data_processing data_generation'.split(' '),
  experiments: 'experiment ablation ablations hp_search hyperparameter_search hyperparameter_tuning research'.split(' '),
  training: 'train pretrain pretraining pre_training pre_train trainings'.split(' '),
  finetuning: 'fine_tuning fine_tune tuning sft rlhf post_training posttraining alignment'.split(' '),
  evaluation: 'eval evaluate test testing benchmark benchmarking'.split(' '),
  deployment: 'inference serving production deploy deployed use usage'.split(' '),
  ...outputNames,
};

const folded = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');

/** The key of a place that is meant by another word, with what to know of it. */
export function keyMeant(key: string, known: readonly string[]): { readonly key: string; readonly note?: string | undefined } | undefined {
  const found = wordFor(keysMeant, key, known);
  return found === undefined ? undefined : { key: found, note: Object.hasOwn(explained, found) ? explained[found] : undefined };
}

/** The choice that is meant by another word: `train` for `training`. */
export function choiceMeant(word: string, choices: readonly string[]): string | undefined {
  return wordFor(wordsMeant, word, choices);
}

function wordFor(table: Readonly<Record<string, readonly string[]>>, word: string, known: readonly string[]): string | undefined {
  const asked = folded(word);
  return known.find((name) => name === asked) ?? Object.keys(table).find((name) => known.includes(name) && table[name]?.includes(asked));
}
