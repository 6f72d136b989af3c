import { z } from 'zod';
import { quantityField } from './quantity.js';
import { choice, cite, hover, word } from './words.js';

export const accelerators = quantityField({
  dimensions: ['accelerators'],
  bare: true,
  aboveZero: true,
  title: 'Accelerators',
  text: 'Number of accelerators (GPUs, TPUs) in use.',
  absent: 'the number in the name of the device, as in `8 x A100 80GB`',
  examples: [384],
});
export const power = quantityField({
  dimensions: ['power'],
  also: ['boundary', 'instrument', 'for'],
  aboveZero: true,
  title: 'Power',
  text: 'Average power of one accelerator, or of several with `for:`; it is not multiplied by `load`.',
  absent: 'rated power of the device × `load`',
  examples: ['350 W', { value: '400 W', boundary: 'accelerator', cite: 'BLOOM paper' }, { value: '1515 W', for: '8 accelerators' }],
});
const rating = quantityField({
  dimensions: ['power'],
  also: ['for', 'boundary'],
  aboveZero: true,
  title: 'Rated power',
  text: 'Rated power of one accelerator or processor, or of a machine (`for: 8 accelerators`); it is multiplied by `load`.',
  absent: 'the rating of the device',
  examples: ['280 W', { value: '10.2 kW', for: '8 accelerators', boundary: 'node' }],
});
const memoryOfMachine = quantityField({
  dimensions: ['memory'],
  aboveZero: true,
  title: 'Memory',
  text: 'Memory of one machine whose processors do the work; it takes 0.3725 W/GB.',
  examples: ['512 GB'],
});
/** Beside the hardware of a phase: of all its machines together, as a scheduler grants it. */
export const memory = quantityField({
  dimensions: ['memory'],
  aboveZero: true,
  title: 'Memory',
  text: 'Memory of all machines of the phase together. It takes 0.3725 W/GB where processors do the work; beside accelerators it is only reported, for the checklists of conferences.',
  examples: ['256 GB'],
});
export const load = quantityField({
  dimensions: ['ratio'],
  bare: true,
  rule: 'share',
  aboveZero: true,
  title: 'Load',
  text: 'Average power ÷ rated power. This is neither the utilisation that nvidia-smi shows nor the MFU.',
  absent: '80 % (60 % to 100 %) in training from 64 accelerators on, 40 % (15 % to 90 %) in deployment, else 75 % (40 % to 100 %)',
  examples: ['80 %', 0.8],
});
export const hostShare = quantityField({
  dimensions: ['ratio'],
  bare: true,
  title: 'Share of the host',
  text: 'Power of the nodes outside the meter (processors, memory, fans), as a share of the metered power.',
  absent: '40 % (20 % to 60 %) of accelerators, 50 % (25 % to 75 %) on baseboards of eight from A100 on',
  examples: ['30 %', 0.3],
});

const embodied = z
  .strictObject({
    accelerator: quantityField({
      dimensions: ['emissions'],
      title: 'One accelerator',
      text: 'Emissions of making one accelerator, cradle to gate.',
      absent: 'the figure of the device, published or estimated',
      examples: ['150 kgCO2e'],
    }).optional(),
    server: quantityField({
      dimensions: ['emissions'],
      title: 'One server',
      text: 'Emissions of making one server without its accelerators, cradle to gate.',
      absent: 'by class: 5,700 kgCO2e for eight H100 or later, 3,660 for eight A100, 3,550 for TPUs, 2,850 for superchips, else 2,500',
      examples: ['2500 kgCO2e'],
    }).optional(),
    lifetime: quantityField({
      dimensions: ['time'],
      aboveZero: true,
      title: 'Lifetime',
      text: 'How long the hardware is in service; a year has 8,760 h.',
      absent: '5 years, from 3 to 7',
      examples: ['6 years'],
    }).optional(),
    occupancy: quantityField({
      dimensions: ['ratio'],
      bare: true,
      rule: 'share',
      aboveZero: true,
      title: 'Occupancy',
      text: 'Busy share of the lifetime. With it, the occupancy convention is used.',
      examples: ['85 %', 0.85],
    }).optional(),
    convention: choice(['occupancy', 'calendar'], {
      title: 'Convention',
      text: '`occupancy`: busy hours ÷ (lifetime × occupancy). `calendar`: reserved hours ÷ lifetime.',
      absent: '`calendar`, or `occupancy` where an occupancy is given',
      examples: ['calendar'],
    }).optional(),
    cite,
  })
  .meta({
    id: 'embodied',
    ...hover({
      title: 'Making the hardware',
      text: 'Emissions of making accelerators and servers, and how they are spread over the lifetime.',
      absent: 'figures of the device and default figures',
      examples: [{ accelerator: '150 kgCO2e', server: '2500 kgCO2e', lifetime: '6 years' }],
    }),
  });

export const hardware = z
  .strictObject({
    accelerator: word({
      title: 'Device',
      text: 'Name of the GPU, TPU or processor, as people and logs write it.',
      examples: ['A100 SXM 80GB', '8 x H100', '2 x EPYC 7763', '64 x EPYC 7763 cores'],
    }).optional(),
    peak: quantityField({
      dimensions: ['compute rate'],
      aboveZero: true,
      title: 'Peak performance',
      text: 'Operations per second of one accelerator without sparsity, which turn `flops` into hours.',
      absent: 'the figure of the device',
      examples: ['312 TFLOP/s'],
    }).optional(),
    per_node: quantityField({
      dimensions: ['accelerators'],
      bare: true,
      whole: true,
      aboveZero: true,
      title: 'Accelerators in a server',
      text: 'Number of accelerators in one server.',
      absent: 'the usual number for the device',
      examples: [8],
    }).optional(),
    accelerators: accelerators.optional(),
    power: power.optional(),
    rating: rating.optional(),
    memory: memoryOfMachine.optional(),
    load: load.optional(),
    host_share: hostShare.optional(),
    embodied: embodied.optional(),
    cite,
  })
  .meta({
    id: 'hardware',
    ...hover({
      title: 'Hardware',
      text: 'Machines: the device, its power, and the emissions of making it.',
      examples: [{ accelerator: 'A100 SXM 80GB', per_node: 8, power: '400 W' }],
    }),
  });
