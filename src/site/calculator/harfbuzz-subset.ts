import type { Subset } from '../../render/fonts.js';

/** What of HarfBuzz' functions for subsets is called here, as its WebAssembly exports them. Objects are addresses. */
interface HarfBuzz {
  readonly memory: WebAssembly.Memory;
  readonly _initialize: () => void;
  readonly malloc: (bytes: number) => number;
  readonly free: (at: number) => void;
  readonly hb_blob_create: (data: number, bytes: number, mode: number, owner: number, destroy: number) => number;
  readonly hb_blob_destroy: (blob: number) => void;
  readonly hb_blob_get_data: (blob: number, length: number) => number;
  readonly hb_blob_get_length: (blob: number) => number;
  readonly hb_face_create: (blob: number, index: number) => number;
  readonly hb_face_destroy: (face: number) => void;
  readonly hb_face_reference_blob: (face: number) => number;
  readonly hb_set_add: (set: number, value: number) => void;
  readonly hb_set_clear: (set: number) => void;
  readonly hb_subset_input_create_or_fail: () => number;
  readonly hb_subset_input_destroy: (input: number) => void;
  readonly hb_subset_input_set: (input: number, kind: number) => number;
  readonly hb_subset_input_unicode_set: (input: number) => number;
  readonly hb_subset_input_get_flags: (input: number) => number;
  readonly hb_subset_input_set_flags: (input: number, flags: number) => void;
  readonly hb_subset_or_fail: (face: number, input: number) => number;
}

/** Numbers of HarfBuzz' header hb-subset.h. */
const writable = 2;
const sets = { nameIds: 4, layoutFeatures: 6 } as const;
const noHintingFlag = 1;

/**
 * Cuts fonts in TrueType with HarfBuzz' WebAssembly, for a page in a browser, which has no package that reads it from a disk.
 *
 * @param readWasm HarfBuzz' build for subsets.
 */
export function harfBuzzSubset(readWasm: () => Promise<Uint8Array>): Subset {
  let started: Promise<HarfBuzz> | undefined;
  return async (font, text, { targetFormat, ...options }) => {
    if (targetFormat !== 'truetype') throw new RangeError(`Only TrueType is written here, not ${targetFormat}`);
    started ??= startedFrom(readWasm);
    return cut(await started, font, text, options);
  };
}

async function startedFrom(readWasm: () => Promise<Uint8Array>): Promise<HarfBuzz> {
  const { instance } = await WebAssembly.instantiate((await readWasm()) as Uint8Array<ArrayBuffer>);
  const harfBuzz = instance.exports as unknown as HarfBuzz;
  harfBuzz._initialize();
  return harfBuzz;
}

type CutOptions = Omit<Parameters<Subset>[2], 'targetFormat'>;

function cut(hb: HarfBuzz, font: Uint8Array, text: string, options: CutOptions): Uint8Array {
  const data = hb.malloc(font.byteLength);
  // A new view each time: the memory may have grown, and then an old one is empty.
  new Uint8Array(hb.memory.buffer).set(font, data);
  const blob = hb.hb_blob_create(data, font.byteLength, writable, 0, 0);
  const face = hb.hb_face_create(blob, 0);
  hb.hb_blob_destroy(blob);
  const input = inputFor(hb, text, options);
  try {
    const subset = hb.hb_subset_or_fail(face, input);
    if (subset === 0) throw new RangeError('HarfBuzz cannot cut the font');
    const result = hb.hb_face_reference_blob(subset);
    const at = hb.hb_blob_get_data(result, 0);
    const bytes = new Uint8Array(hb.memory.buffer).slice(at, at + hb.hb_blob_get_length(result));
    hb.hb_blob_destroy(result);
    hb.hb_face_destroy(subset);
    return bytes;
  } finally {
    hb.hb_subset_input_destroy(input);
    hb.hb_face_destroy(face);
    hb.free(data);
  }
}

function inputFor(hb: HarfBuzz, text: string, { keepFeatures, preserveNameIds, noHinting }: CutOptions): number {
  const input = hb.hb_subset_input_create_or_fail();
  if (input === 0) throw new RangeError('HarfBuzz has no memory for its settings');
  const features = hb.hb_subset_input_set(input, sets.layoutFeatures);
  hb.hb_set_clear(features);
  for (const feature of keepFeatures) hb.hb_set_add(features, tagNumber(feature));
  const names = hb.hb_subset_input_set(input, sets.nameIds);
  for (const id of preserveNameIds) hb.hb_set_add(names, id);
  if (noHinting) hb.hb_subset_input_set_flags(input, hb.hb_subset_input_get_flags(input) | noHintingFlag);
  const characters = hb.hb_subset_input_unicode_set(input);
  for (const character of text) hb.hb_set_add(characters, character.codePointAt(0) ?? 0);
  return input;
}

/** Four letters as the number that OpenType writes them as. */
function tagNumber(tag: string): number {
  return [...tag].reduce((number, letter) => (number << 8) + letter.charCodeAt(0), 0);
}
