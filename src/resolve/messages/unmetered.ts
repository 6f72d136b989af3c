import { error, note, warning } from '../../diagnostics/message.js';
import { atMost } from '../../units/format.js';

/** What is said of electricity that was not measured beside some that was. */
export const unmeteredMessages = {
  hostBoundary: (boundary: string) =>
    error('host-boundary', `Invalid boundary of \`host\`: ${boundary}.`, {
      expected: '`components` for what sensors of processors and memory read, `node` for all of the rest of the node',
    }),
  hostInsideModule: () =>
    note(
      'host-inside-module',
      'The rated power of the module includes its processor and memory, so the energy that was read of them is not added.',
    ),
  hostOfProcessors: (share: string, range: string) =>
    note(
      'default-host',
      `Default for fans, mainboard and losses of the nodes: ${share} of the energy of processors and memory (${range}). The accelerators are not counted.`,
      { expected: '`host:` at the node' },
    ),
  notCounted: (hours: number) =>
    warning(
      'unmetered-not-counted',
      `Not counted: the electricity of ${atMost(hours, 4)} accelerator-hours without a meter. The device is unknown, or the energy is that of the facility.`,
      { expected: '`hardware:` with a known device, and an energy without the PUE' },
    ),
  withoutEnergy: () =>
    warning('unmetered-without-energy', '`unmetered_hours` is used beside `energy` alone: without an energy, no hour is metered.', {
      expected: '`accelerator_hours:`, or `accelerators:` and `duration:`',
    }),
  /** A note of the manifest: its own words. */
  noteOfManifest: (text: string) => note('note-of-manifest', text),
} as const;
