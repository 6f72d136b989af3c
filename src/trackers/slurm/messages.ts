import { error, note, warning } from '../../diagnostics/message.js';
import { quoted } from '../messages.js';

const namePlugin = 'Give its name as `energy_plugin:` in `from`, or as `--energy-plugin`.';

/** What the reader of Slurm's accounting reports. */
export const messages = {
  fixedWidth: () =>
    error('slurm-fixed-width', 'This is the table that sacct prints for reading. It cuts cells that are too long.', {
      expected: 'the output of `sacct -P`',
    }),
  commaDelimiter: () =>
    error('slurm-commas', 'The cells are separated by commas, and AllocTRES has commas of its own.', {
      expected: 'the output of `sacct -P`, which separates cells by bars',
    }),
  shareOfGpu: () =>
    warning('slurm-share-of-gpu', 'This job had a share of a GPU (shards or MPS). The accounting does not state how large it was.', {
      note: 'Give the share of the card as `accelerators:`, such as 0.5.',
    }),
  unknownPlugin: (name: string, known: readonly string[]) =>
    error('slurm-energy-plugin', `Unknown energy plugin of Slurm ${quoted(name)}.`, { expected: known.join(', ') }),
  noJobs: () => error('slurm-no-jobs', 'No job in this log has run.', { expected: 'jobs that have ended, with their elapsed time' }),
  stepsApart: (jobs: number) =>
    error('slurm-steps-apart', `This step is ${jobs} jobs away from its own job.`, {
      expected: 'steps near their job, as sacct lists them',
    }),
  energies: (raw: number, rounded: number) =>
    error('slurm-energies', `\`ConsumedEnergyRaw\` is ${raw} J, but \`ConsumedEnergy\` is ${rounded} J.`, {
      expected: 'the same energy in both',
      note: 'The cells of this row may have shifted to other columns.',
    }),
  gpuEnergy: () =>
    warning(
      'slurm-energy-of-gpu-job',
      'The energy of this job was not used: the job had GPUs, and Slurm does not state whether it includes them.',
      { note: `It depends on the plugin of the cluster (\`scontrol show config\`, AcctGatherEnergyType). ${namePlugin}` },
    ),
  raplOfGpuJob: () =>
    warning(
      'slurm-energy-of-gpu-job',
      'The energy of this job was not used: the job had GPUs, and `rapl` measures only processors and memory.',
      { note: 'Most of its electricity would be missing.' },
    ),
  unknownGpus: () =>
    warning(
      'slurm-energy-of-gpu-job',
      'The energy of this job was not used: the log does not state whether the job had GPUs, so they may be missing from it.',
      { note: 'Add AllocTRES to the columns, or name a plugin that measures GPUs (`energy_plugin:` in `from`, or `--energy-plugin`).' },
    ),
  noGpus: () => warning('slurm-no-gpus', 'The energy of this job was not used: the plugin measures GPUs, and the job had none.'),
  unknownBoundary: () =>
    warning('slurm-boundary', 'It is unknown what the energy of this job covers.', {
      note: `It depends on the plugin of the cluster. ${namePlugin}`,
    }),
  shared: () =>
    warning(
      'slurm-not-exclusive',
      'The energy is that of the whole node while the job ran. It is the energy of the job only if no other job used the node.',
      { note: 'The accounting does not state whether the allocation was exclusive.' },
    ),
  noEnergy: () =>
    warning('slurm-no-energy', 'This job has no energy, or an energy of 0, so it was not measured. Its time is used without an energy.'),
  noEnergyColumn: () =>
    warning('slurm-no-energy-column', 'The accounting has no column `ConsumedEnergyRaw`, so the energy of its jobs is unknown.', {
      note: 'Add ConsumedEnergyRaw to the columns (`sacct -P -o JobID,JobName,State,Start,End,Elapsed,AllocTRES,ConsumedEnergyRaw`). Slurm may have measured it.',
    }),
  noElapsed: () => note('slurm-no-elapsed', 'This row has no elapsed time: `Elapsed` is empty or INVALID. It was skipped.'),
  noElapsedOfEnergy: () =>
    warning(
      'slurm-energy-without-time',
      'This row has an energy and no elapsed time: `Elapsed` is empty or INVALID. Its energy is counted.',
    ),
  stepEnergy: () =>
    warning('slurm-step-energy', "The energy of this job is that of its largest step, because steps overlap and can't be added."),
  failed: () => warning('slurm-failed', 'This job failed, or was cancelled or stopped. It is counted, because it used electricity.'),
  running: () => warning('slurm-running', 'This job has not ended. It is counted up to now.'),
  twice: () => warning('slurm-twice', 'This row is repeated. It is counted once.'),
  again: () =>
    warning('slurm-again', 'A second job has this number, with other values. Both are counted.', {
      note: 'It was requeued, or it was still running when part of this log was written. In the second case, remove the earlier row.',
    }),
} as const;
