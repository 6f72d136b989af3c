import { edition } from '../../edition.js';
import type { Factor, FactorSource } from '../../factor.js';

/** How a device is built: on a baseboard of several, as a card of its own, or as the chip of a computer that is not counted here. */
export type Build = 'module' | 'card' | 'chip';

/** What the estimate needs. */
export interface Silicon {
  /** All logic dies together, mm². */
  readonly die: number;
  readonly memoryGB: number;
  readonly hbm: boolean;
  readonly build: Build;
}

/**
 * kgCO2e per cm² of good logic die, per GB of memory, and for the rest of the board.
 *
 * NVIDIA's footprints of two baseboards fix the first three: HGX H100 (1,312 kg, 42 % of it memory: 0.86 kg/GB) and HGX
 * B200 (2,274 kg), each ÷ 8. 4.3 kg/cm² is what wafer figures (1.5 kg/cm² by ACT, 1.97 by Boavizta) become with the
 * edge and yield losses of a die of 8 cm²; Boavizta's component of a GPU has 4.26. No maker publishes GDDR or LPDDR: the geometric
 * mean of NVIDIA's 0.86 and of Boavizta's 2.85 kg/GB (15.5 mm²/GB × 0.184 kg/mm²), which the range of ×/÷ 3 covers both. A card has
 * no share of a baseboard with its switches.
 */
const perLogicCm2 = 4.3;
const perGB = { hbm: 0.86, other: 1.57 } as const;
const board: Readonly<Record<Build, number>> = { module: 60, card: 40, chip: 0 };

const source: FactorSource = {
  id: 'carboncard-embodied-estimate',
  title: `carboncard, estimate by die area and memory, edition ${edition}: fitted to NVIDIA's footprints of HGX H100 and HGX B200; wafers after ACT (Gupta et al., ISCA 2022), GDDR between NVIDIA and Boavizta's GPU component (2026)`,
  year: Number(edition.slice(0, 4)),
  licence: 'Apache-2.0',
};

/**
 * Making one device: die area × 4.3 kg/cm² + memory × 0.86 or 1.57 kg/GB + board.
 *
 * @example estimatedEmissions({ die: 814, memoryGB: 80, hbm: true, build: 'module' }) //=> 163.8, where NVIDIA has 164
 */
export function estimatedEmissions({ die, memoryGB, hbm, build }: Silicon): number {
  return (die / 100) * perLogicCm2 + memoryGB * perGB[hbm ? 'hbm' : 'other'] + board[build];
}

/** In whole kilograms: the method is not precise enough for more digits. */
export function estimatedEmbodied(id: string, name: string, silicon: Silicon, remark?: string): Factor<'kgCO2e'> {
  const { die, memoryGB, hbm, build } = silicon;
  const parts = [
    `${withCommas(die)} mm² of logic × ${perLogicCm2} kg/cm²`,
    `${memoryGB} GB × ${perGB[hbm ? 'hbm' : 'other']} kg/GB`,
    ...(board[build] === 0 ? [] : [`${board[build]} kg for the ${build === 'module' ? 'board and its share of the baseboard' : 'card'}`]),
  ];
  return {
    ...estimate(id, name, Math.round(estimatedEmissions(silicon))),
    kind: 'embodied, cradle-to-gate, estimated from die area and memory',
    note: [
      `${parts.join(' + ')}.`,
      ...(build === 'chip' ? ['The computer around it is not included.'] : []),
      ...(remark === undefined ? [] : [remark]),
    ].join(' '),
  };
}

/** A smaller device of the same die, whose figure is published. */
export interface Sibling {
  readonly name: string;
  readonly memoryGB: number;
  readonly embodied: Factor<'kgCO2e'>;
}

/** The published figure of a smaller sibling, and the memory that this device has beyond it: never less than the sibling. */
export function estimatedFromSibling(id: string, name: string, memoryGB: number, sibling: Sibling, remark?: string): Factor<'kgCO2e'> {
  const more = Math.max(0, memoryGB - sibling.memoryGB);
  const made = Math.round(sibling.embodied.value);
  return {
    ...estimate(id, name, Math.round(sibling.embodied.value + more * perGB.hbm)),
    kind: 'embodied, cradle-to-gate, estimated from a smaller sibling',
    note: [
      `As the ${sibling.name} (${made} kg)${more === 0 ? '' : `, with ${more} GB × ${perGB.hbm} kg/GB more`}.`,
      ...(remark === undefined ? [] : [remark]),
    ].join(' '),
  };
}

const classOf: Readonly<Record<Build, string>> = {
  module: 'accelerators on baseboards and trays',
  card: 'cards',
  chip: 'whole chips of small computers',
};

/** For a device with an unknown die area: the median of its class. */
export function embodiedByClass(id: string, name: string, build: Build, median: number): Factor<'kgCO2e'> {
  return {
    ...estimate(id, name, median),
    kind: 'embodied, cradle-to-gate, estimated by class',
    note: `Its die area is unknown: the median of carboncard's estimates for ${classOf[build]}.`,
  };
}

function estimate(id: string, name: string, value: number) {
  return { id: `device-${id}-embodied`, title: `${name}, manufacture`, value, unit: 'kgCO2e', range: 'embodied-estimate', source } as const;
}

/** Thousands as in the rest of the tables, without the machine's locale. */
function withCommas(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
