import type { Accelerator } from '../accelerator.js';

/** A slice of a card in a text, and the text of the card without it. */
export interface ShareRead {
  /** The card, with the number of slices where the text has one. */
  readonly card: string;
  /** As the driver prints it: `MIG 3g.20gb`. */
  readonly label: string;
  readonly memoryGB: number;
  /** Compute slices of a MIG profile; absent where memory is all that a vGPU has for itself. */
  readonly slices?: number | undefined;
  /** Whether a vGPU is of the variant with twice the memory. */
  readonly isDouble?: true | undefined;
}

const mig = /[\s_:,(-]*(?:MIG[\s_-]*)?(?:(\d)c\.)?(\d)g[._-](\d{1,3})gb(?:\+[a-z.]+)*\)?/i;
/** `A100-40C`, `A100DX-80C`, `A100-3-20C`, `RTX6000-24Q`, `L40S-48Q`. */
const vgpu = /\b((?:RTX\s?)?[A-Z]{1,2}\d{1,4}S?)(DX|D|XM|X|L)?-(?:(\d)-)?(\d{1,3})[ABCQ](?:ME)?\b/i;

const formOf: Readonly<Record<string, string>> = { '': ' PCIe', 'D': ' PCIe', 'X': ' SXM', 'DX': ' SXM', 'XM': ' SXM', 'L': ' NVL' };

/**
 * The slice that a name has: of MIG, in the words of nvidia-smi and of Slurm, or of a vGPU.
 *
 * @example readShare('NVIDIA A100-SXM4-40GB MIG 3g.20gb') //=> { card: 'NVIDIA A100-SXM4-40GB', label: 'MIG 3g.20gb', memoryGB: 20, slices: 3 }
 */
export function readShare(text: string): ShareRead | undefined {
  const [profile, compute, instance, gigabytes] = mig.exec(text) ?? [];
  if (profile !== undefined && instance !== undefined) {
    const slices = Number(compute ?? instance);
    const label = `MIG ${compute === undefined ? '' : `${compute}c.`}${instance}g.${gigabytes}gb`;
    return { card: text.replace(profile, '').trim(), label, memoryGB: Number(gigabytes), slices };
  }
  const [name, card, variant = '', ofMig, memory] = vgpu.exec(text) ?? [];
  if (name === undefined || card === undefined) return undefined;
  // The vGPUs of the Ada generation have it in their name.
  const isQuadro = /^RTX\s?[5-8]000$/i.test(card);
  const isKnownForm = /^[AVH]100$/i.test(card);
  return {
    card: text
      .replace(/\bGRID\b/i, 'NVIDIA')
      .replace(name, `${isQuadro ? card.replace(/^RTX\s?/i, 'Quadro RTX ') : card}${isKnownForm ? formOf[variant.toUpperCase()] : variant}`)
      .trim(),
    label: `vGPU ${name.replace(/^.*?-/, '')}`,
    memoryGB: Number(memory),
    slices: ofMig === undefined ? undefined : Number(ofMig),
    isDouble: /^D/i.test(variant) ? true : undefined,
  };
}

/** Compute slices of a whole card: seven, but four of an A30 and of an RTX PRO 6000, two of the smaller RTX PRO. */
function slicesOf({ family }: Accelerator): number {
  if (/^rtxpro[45]\d00/.test(family)) return 2;
  return family === 'a30' || family.startsWith('rtxpro6000') ? 4 : 7;
}

/** Memory of the card by that of a MIG profile, of which a full one has 8 eighths: `3g.20gb` is 4 of 8, of 40 GB. */
function wholeMemory({ memoryGB, slices }: ShareRead, of: number): number {
  if (slices === undefined) return memoryGB;
  if (of !== 7) return (memoryGB * of) / slices;
  return (memoryGB * 8) / (slices >= 7 ? 8 : slices >= 3 ? 4 : slices);
}

/** The part of a card that a slice is, and the card, where its memory says which one. */
export interface ShareOfCard {
  readonly card: Accelerator;
  readonly part: number;
}

/** Undefined where no card of the name can have such a slice. */
export function shareOf(read: ShareRead, cards: readonly Accelerator[]): ShareOfCard | undefined {
  const [first] = cards;
  if (first === undefined) return undefined;
  const of = slicesOf(first);
  const sizes = cards.map((card) => ({ card, memory: card.device.memoryGB ?? 0 }));
  const fit = sizes.filter(({ memory }) => memory >= read.memoryGB * 0.9);
  const taken = read.slices === undefined ? byMemory(read, fit) : nearestTo(wholeMemory(read, of), fit);
  if (taken === undefined) return undefined;
  const part = read.slices === undefined ? Math.min(1, read.memoryGB / taken.memory) : read.slices / of;
  return part > 0 && part <= 1 ? { card: taken.card, part } : undefined;
}

interface Sized {
  readonly card: Accelerator;
  readonly memory: number;
}

function byMemory({ isDouble }: ShareRead, sizes: readonly Sized[]): Sized | undefined {
  const sorted = sizes.toSorted((a, b) => a.memory - b.memory);
  return isDouble ? sorted.at(-1) : sorted[0];
}

function nearestTo(memory: number, sizes: readonly Sized[]): Sized | undefined {
  return sizes.toSorted((a, b) => Math.abs(a.memory - memory) - Math.abs(b.memory - memory))[0];
}
