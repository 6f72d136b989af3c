/**
 * The example of each page in docs/trackers: a log of fixtures/trackers, how many lines of it are shown, and options of `init`. A test
 * holds that every kind of log has one.
 */
export const examples = {
  'codecarbon': { log: '3.2.1_emissions.csv' },
  'codecarbon-output': { log: '3.2.log' },
  'nvidia-smi': { log: 'two-cards.csv' },
  'amd-smi': { log: 'monitor.csv' },
  'rocm-smi': { log: 'with-times.csv' },
  'wandb': { log: 'events.csv' },
  'zeus': { log: 'epochs.csv' },
  'carbontracker': { log: '1.2.5_carbontracker.log' },
  'eco2ai': { log: '2022-08.csv' },
  'experiment-impact-tracker': { log: 'data.json' },
  'boamps': { log: 'inference.json', lines: 45 },
  'impact-framework': { log: 'outputs.yaml', lines: 45 },
  'slurm': { log: 'sacct-p.txt' },
  'cyclonedx': { log: 'others.json', lines: 60 },
  'hf-trainer': { log: 'train_results.json' },
  'measurement': { log: 'two-gpus.measurement.json', lines: 30 },
  'model-card': { log: 'template.md' },
  'csv': {
    log: 'meter.csv',
    options: [
      '--columns',
      'energy: energy (Wh), duration: minutes (min), started: started, ended: ended, project: job, accelerators: gpus',
    ],
  },
};

/** Messages that readers share, by the file of their table, and the kinds of logs that can give them. */
export const sharedMessages = [
  { title: 'Messages of every reader', file: 'src/trackers/messages.ts' },
  {
    title: 'Messages of logs of power over time',
    file: 'src/trackers/power/messages.ts',
    of: ['nvidia-smi', 'amd-smi', 'rocm-smi', 'wandb', 'csv'],
  },
];
