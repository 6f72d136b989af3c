import { h } from 'hastscript';
import { linkedCell, textCell } from './cells.mjs';
import { factorTable } from './factor-table.mjs';
import { factorPage, partLinks } from './page.mjs';
import { table } from './table.mjs';

const main = 'factors/devices.html';
const figures = 'factors/device-figures.html';
const parts = [
  { path: main, name: 'devices, a row each' },
  { path: figures, name: 'figures with their sources' },
];

/** GPUs and other accelerators: a row for each device to compare them, and every figure with its source. */
export function devicePages(factors, addressOf, program) {
  return [
    factorPage({
      path: main,
      title: 'GPUs and other accelerators',
      description: 'Rated power, idle power, memory, emissions of manufacture and peak throughput of each device.',
      body: (from) => [
        partLinks('Parts', parts, main, from),
        h(
          'p',
          'Each figure leads to its row, with its range, its source and its licence. Cards of one name in two forms, such as SXM and PCIe, are two devices.',
        ),
        deviceTable(addressOf, from, program),
      ],
    }),
    factorPage({
      path: figures,
      title: 'Figures of devices',
      description: 'Every figure of a GPU or another accelerator that carboncard has, with its range, its source and its licence.',
      isListed: false,
      isIndexed: false,
      factors,
      body: (from) => [
        partLinks('Parts', parts, figures, from),
        ...factorTable({ id: 'figures', caption: 'Figures of devices', factors, program, from }),
      ],
    }),
  ];
}

function deviceTable(addressOf, from, program) {
  const figure = (key) => (device) => linkedCell(device[key], program, ({ id }) => from(addressOf(id)));
  const columns = [
    { title: 'Device', cell: ({ name }) => textCell(name) },
    // The figures come first, so that a narrow screen shows them beside the name.
    { title: 'Rated power (W)', isNumber: true, cell: figure('power') },
    { title: 'Idle power (W)', isNumber: true, cell: figure('idle') },
    { title: 'Manufacture (kg CO₂e)', isNumber: true, cell: figure('embodied') },
    { title: 'Peak (TFLOP/s)', isNumber: true, cell: figure('peak') },
    {
      title: 'Memory (GB)',
      isNumber: true,
      cell: ({ memoryGB }) => ({ content: [memoryGB === undefined ? '–' : String(memoryGB)], sort: memoryGB }),
    },
    { title: 'Form', cell: ({ formFactor }) => textCell(formFactor) },
    { title: 'Use', cell: ({ use }) => textCell(use.replaceAll('-', ' ')) },
  ];
  const rows = program.devices.map((device) => ({ ...device, anchor: device.id }));
  return table({ id: 'devices', caption: 'GPUs and other accelerators', columns, rows });
}
