import { maxNameLength } from './as-name.js';

/** The parts of a device's name: `NVIDIA A100-SXM4-80GB` is family `a100`, form `sxm4`, 80 GB. */
export interface NameRead {
  /** Letters and digits of `words`, joined: `rtx4090`. */
  readonly family: string;
  /** The words of the product's name, in lower case: `['rtx', '4090']`. */
  readonly words: readonly string[];
  readonly form?: string | undefined;
  readonly memoryGB?: number | undefined;
  readonly memoryType?: string | undefined;
}

/** Names of makers and of their product lines, which people write before a device's name or leave out. */
export const vendorWords: readonly string[] =
  'nvidia tesla geforce amd ati instinct radeon intel habana google apple aws amazon huawei qualcomm cloud'.split(' ');

/** Words around a name that do not say which device is meant. */
const noise = new Set([
  ...vendorWords,
  ...'gpu gpus accelerator accelerators card cards chip chips graphics corporation inc generation'.split(' '),
  ...'superchip grace hopper tensorcore hbm blackwell edition'.split(' '),
  // Where it runs, how it is cooled, and how AMD's driver describes its module.
  ...'kaggle colab ac lc dlc mcm mba hpe'.split(' '),
]);
const formWord = /^(?:sxm\d?|pcie|nvl|oam|hgx)$/;
const memoryWord = /^(\d{1,4})g(?:i?b)?$/;
const memoryTypeWord = /^(?:hbm\d+e?|gddr\d+x?)$/;

function wordsOf(text: string): readonly string[] {
  return text
    .slice(0, maxNameLength)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\((?:tm|r)\)|[™®©]/g, ' ')
    .replaceAll(/pci[- ]?e(?:xpress)?\b/g, 'pcie')
    .replaceAll(/tensor core/g, 'tensorcore')
    .replaceAll(/\bmax-?q\b/g, 'maxq')
    .replaceAll(/\blaptop\b/g, 'mobile')
    .replaceAll(/\bws\b/g, 'workstation')
    .split(/[^\p{L}\p{N}+]+/u)
    .filter((word) => word !== '')
    .join(' ')
    .replaceAll(/(\d) (gi?b)\b/g, '$1$2')
    .split(' ');
}

/** The key by which a name is found: its words without vendor, form and memory, joined. */
export function familyOf(text: string): string {
  return readName(text)?.family ?? '';
}

/** Undefined where a name has two forms or two memory sizes, as `MIG 1g.5gb` has: such a name is of something else. */
export function readName(text: string): NameRead | undefined {
  const rest: string[] = [];
  const found: { form?: string | undefined; memoryGB?: number | undefined; memoryType?: string | undefined } = {};
  for (const word of wordsOf(text)) {
    const memory = memoryWord.exec(word)?.[1];
    if (memory !== undefined) {
      if (found.memoryGB !== undefined) return undefined;
      found.memoryGB = Number(memory);
    } else if (formWord.test(word)) {
      if (found.form !== undefined) return undefined;
      found.form = word === 'hgx' ? 'sxm' : word;
    } else if (memoryTypeWord.test(word)) {
      found.memoryType = word;
    } else if (!noise.has(word)) {
      rest.push(word);
    }
  }
  return { family: rest.join(''), words: rest, ...found };
}

export interface CountRead {
  readonly count: number;
  readonly rest: string;
}

/** `8 x A100`, `8xA100`, `8 A100s`, `1,024 TPU v3`, `A100 x8`, `A100 (8x)`, `a100:8`: the number, and the name without it. */
export function readCount(text: string): CountRead | undefined {
  const trimmed = text.slice(0, maxNameLength).trim();
  // Nor does the X of a Xeon behind a blank.
  const before = /^(\d{1,3}(?:,\d{3})+|\d{1,7})(?:[x×*]\s*|\s+[×*]\s*|\s+x\s+|\s+x(?![a-z]{3})|\s+)(?=\S)(.*)$/isu.exec(trimmed);
  // The X of `RTX 4900` is no sign: a letter before it makes it one of a word.
  const after = /^(.*\S)\s*(?:(?:(?<!\p{L})x|[×*:=])\s*(\d{1,7})|\(\s*[x×*]?\s*(\d{1,7})\s*[x×*]?\s*\))$/isu.exec(trimmed);
  const digits = before?.[1] ?? after?.[2] ?? after?.[3];
  const rest = before?.[2] ?? after?.[1];
  if (digits === undefined || rest === undefined) return undefined;
  const count = Number(digits.replaceAll(',', ''));
  return count < 1 ? undefined : { count, rest };
}
