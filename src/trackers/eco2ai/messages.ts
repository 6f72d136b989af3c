import { warning } from '../../diagnostics/message.js';

/** What the reader of Eco2AI reports. */
export const messages = {
  rowNotMeasured: () => warning('not-measured', 'This row has no energy, or 0 kWh, so it was not measured. It is not counted.'),
  noProcessor: (hasGpu: boolean) =>
    warning(
      'cpu-not-measured',
      hasGpu
        ? 'The row names no processor, so none was measured. The energy is taken as that of the GPUs.'
        : 'The row names neither a processor nor a GPU. It is unknown what the energy is of.',
    ),
  noGpuName: () =>
    warning('not-measured', 'The cell of the GPU is empty, so it is unknown whether there was one. The energy is taken to include none.', {
      note: 'The tool writes `0 device(s)` where it finds no GPU.',
    }),
  writtenAgain: () =>
    warning('written-anew', 'This run has another row without an epoch, because the tool writes its row again. The last one is used.'),
  oddIntensity: (value: number) =>
    warning('odd-intensity', `The tool's own emissions imply ${Number(value.toPrecision(3))} g/kWh, which no grid has.`, {
      note: 'Units may be mixed.',
    }),
} as const;
