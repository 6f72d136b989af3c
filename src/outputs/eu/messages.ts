import { note, warning } from '../../diagnostics/message.js';
import { listed } from '../../units/listed.js';

/** What the form asks for and the assessment lacks. */
export const euMessages = {
  noTraining: () =>
    warning('eu-no-training', 'The Model Documentation Form asks for the training of the model, and no training is recorded.', {
      expected: 'Add a phase `training` or `finetuning`',
    }),
  noTrainingTime: (phases: string) =>
    warning('eu-no-training-time', `The Model Documentation Form asks for the training time, and it is unknown for ${phases}.`, {
      expected: 'Add `duration:` to the phase, the wall-clock time, such as `118 days`',
    }),
  noHardwareDays: (phases: string) =>
    note('eu-no-hardware-days', `The Model Documentation Form asks for hardware days, and they are unknown for ${phases}.`, {
      expected: 'Add `accelerator_hours:`, or `accelerators:` and `duration:`',
    }),
  noCompute: (phases: string, calculated: readonly { readonly title: string; readonly operations: string }[]) =>
    warning('eu-no-compute', `The Model Documentation Form asks for the computation of the training, and it is unknown for ${phases}.`, {
      expected:
        calculated.length === 0
          ? 'Add `flops:` to the phase, such as `flops: { value: 1.23e21 FLOP, method: 6 × parameters × tokens }`'
          : `Add ${listed(calculated.map(({ title, operations }) => `\`flops: { value: ${operations}, method: 6 × parameters × tokens }\` to ${title}`))}`,
      note: 'For a dense transformer, the operations are about 6 × parameters × tokens.',
    }),
  noComputeMethod: (phases: string) =>
    note('eu-no-compute-method', `The Model Documentation Form asks how the computation was counted, and ${phases} does not say it.`, {
      expected: 'Add `method:` to `flops:`, such as `method: 6 × parameters × tokens`',
    }),
  noEnergy: (phases: string) =>
    warning('eu-no-energy', `The Model Documentation Form asks for the energy of the training, and it is unknown for ${phases}.`, {
      expected: 'Add `energy:` to the phase, or hardware with hours',
    }),
  noInference: () =>
    note('eu-no-inference', 'The Model Documentation Form asks for the computation of a benchmark of inference, and none is given.', {
      expected: 'Add `inference_flops: { value: 5.1e17 FLOP, method: "generating 100,000 tokens on 8 A100" }` to `model`',
    }),
  noInferenceMethod: () =>
    note('eu-no-inference-method', 'The Model Documentation Form asks for the task and the hardware of the inference benchmark.', {
      expected: 'Add `method:` to `inference_flops:`, such as `method: generating 100,000 tokens on 8 A100`',
    }),
} as const;
