import { accelerators, devices, readName, vendorWords } from '../../factors/hardware/index.js';
import { once } from '../../factors/once.js';

/** The spellings of the device table, in lower case and without blanks or hyphens. */
export interface DeviceNames {
  readonly names: ReadonlySet<string>;
  /** Beginnings of names, up to where a blank or a hyphen may follow: `rtx` and `rtx4090` of `RTX 4090 Ti`. */
  readonly starts: ReadonlySet<string>;
}

/** Every name of the table, so that a device that is added there is read in running text with no change here. */
export const deviceNames = once((): DeviceNames => {
  const names = new Set<string>();
  const starts = new Set<string>();
  for (const words of spelledNames()) {
    const parts = words.flatMap((word) => word.toLowerCase().split(/(?<=\d)(?=[a-z]{2})/));
    names.add(parts.join(''));
    for (const length of parts.keys()) starts.add(parts.slice(0, length + 1).join(''));
  }
  return { names, starts };
});

const vendors: ReadonlySet<string> = new Set(vendorWords);

/** Makers and product lines, as a name begins with them. */
export function isVendor(word: string): boolean {
  return vendors.has(word.toLowerCase());
}

/** Form and memory behind a name: `-SXM4-80GB`, ` (40 GB`. */
export const variantPattern = once((): RegExp => {
  const named = devices().flatMap(({ formFactor = '' }) =>
    readName(formFactor)?.form === undefined ? [] : [formFactor.replace(/\d+$/, '')],
  );
  const forms = [...new Set(named)].map((form) => (form === 'PCIe' ? 'PCI-?E' : `${form}\\d?`));
  const memory = String.raw`HBM\de?|GDDR\dX?|\d{2,4}\s?G(?:i?B)?(?![\p{L}\p{N}])`;
  return new RegExp(String.raw`(?:[\s\-_(,]{1,2}(?:${forms.join('|')}|${memory})|[\s-]\d\s?GB)*`, 'iuy');
});

/** Words behind a number that make another device of it, as the table writes them: `Ti`, `Mobile`. */
export const deviceSuffixes = once((): ReadonlySet<string> => {
  const behind = devices().flatMap(({ name }) => {
    const words = ownWords(name);
    const number = words.findIndex((word) => /\d/.test(word));
    return number < 0 ? [] : words.slice(number + 1).filter((word) => /^[A-Za-z]{2,}$/.test(word));
  });
  return new Set(behind.flatMap((word) => [word, word.toUpperCase(), ...(word.length === 2 ? [word.toLowerCase()] : [])]));
});

/** The words of every name, without maker, form and memory; the other names of its family; and `A6000` for `RTX A6000`. */
function spelledNames(): readonly (readonly string[])[] {
  const rows = accelerators();
  const words = new Set(rows.flatMap(({ device }) => ownWords(device.name).map((word) => word.toLowerCase())));
  return rows.flatMap(({ device, family, aliases }) => {
    const keys = [family, ...aliases].map((key) => segments(key, words));
    const all = [withNoise(device.name), ownWords(device.name), ...keys].map(withLaptop);
    return [...all.flat(), ...keys.flatMap(withoutSeries)];
  });
}

/** The words of a name that tell the device from others, by the rule of the look-up. */
function ownWords(name: string): readonly string[] {
  return name.split(/[\s-]+/).filter(isOwn);
}

function isOwn(word: string): boolean {
  return (readName(word)?.family ?? '') !== '';
}

/** `RTX PRO 6000 Blackwell Server`, with the word that says nothing in its place. */
function withNoise(name: string): readonly string[] {
  const words = name.split(/[\s-]+/);
  const own = words.map(isOwn);
  return words.slice(own.indexOf(true), own.lastIndexOf(true) + 1);
}

/** The words that a key of the look-up is made of: `rtx` `pro` `6000`; a part that no name has stays one word. */
function segments(key: string, words: ReadonlySet<string>): readonly string[] {
  const found: string[] = [];
  let rest = key;
  while (rest !== '') {
    let length = rest.length;
    while (length > 1 && !words.has(rest.slice(0, length))) length -= 1;
    if (length === 1) length = rest.length;
    found.push(rest.slice(0, length));
    rest = rest.slice(length);
  }
  return found;
}

/** The look-up takes both words for one. */
function withLaptop(words: readonly string[]): readonly (readonly string[])[] {
  const isMobile = (word: string): boolean => /^(?:mobile|laptop)$/i.test(word);
  if (!words.some(isMobile)) return [words];
  return ['mobile', 'laptop'].map((other) => words.map((word) => (isMobile(word) ? other : word)));
}

function withoutSeries([series, ...rest]: readonly string[]): readonly (readonly string[])[] {
  return (series === 'rtx' || series === 'gtx') && /^[a-z]\d{3}/.test(rest[0] ?? '') ? [rest] : [];
}
