import { amdSmi } from './amd-smi.js';
import { boamps } from './boamps/boamps.js';
import { carbontracker } from './carbontracker/carbontracker.js';
import { codecarbon } from './codecarbon/codecarbon.js';
import { codecarbonOutput } from './codecarbon-output.js';
import { csv } from './csv.js';
import { cyclonedx } from './cyclonedx/cyclonedx.js';
import { eco2ai } from './eco2ai/eco2ai.js';
import { experimentImpactTracker } from './experiment-impact-tracker.js';
import { hfTrainer } from './hf-trainer.js';
import { type TrackerId, trackerIds } from './ids.js';
import { impactFramework } from './impact-framework/impact-framework.js';
import { measurement } from './measurement/measurement.js';
import { modelCard } from './model-card/model-card.js';
import { nvidiaSmi } from './nvidia-smi/nvidia-smi.js';
import { rocmSmi } from './rocm-smi.js';
import { slurm } from './slurm/slurm.js';
import type { Tracker } from './tracker.js';
import { wandb } from './wandb.js';
import { zeus } from './zeus.js';

export const trackers = {
  codecarbon,
  'codecarbon-output': codecarbonOutput,
  'nvidia-smi': nvidiaSmi,
  'amd-smi': amdSmi,
  'rocm-smi': rocmSmi,
  wandb,
  zeus,
  carbontracker,
  eco2ai,
  'experiment-impact-tracker': experimentImpactTracker,
  boamps,
  'impact-framework': impactFramework,
  slurm,
  cyclonedx,
  'hf-trainer': hfTrainer,
  measurement,
  'model-card': modelCard,
  csv,
} as const satisfies {
  readonly [Id in TrackerId]: Tracker & { readonly id: Id };
};

/** The formats that the beginning of a text can have. */
export function recognised(beginning: string): readonly Tracker[] {
  return trackerIds.map((id) => trackers[id]).filter((tracker) => tracker.recognises(beginning));
}
