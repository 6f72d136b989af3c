import { warning } from '../../diagnostics/message.js';

/** What the reader of Eco2AI reports. */
export const messages = {
  rowNotMeasured: () => warning('not-measured', 'This row has no energy, or 0 kWh, so it was not measured. It is not counted.'),
  writtenAgain: () =>
    warning('written-anew', 'This run has another row without an epoch, because the tool writes its row again. The last one is used.'),
  oddIntensity: (value: number) =>
    warning('odd-intensity', `The tool's own emissions imply ${Number(value.toPrecision(3))} g/kWh, which no grid has.`, {
      note: 'Units may be mixed.',
    }),
} as const;
