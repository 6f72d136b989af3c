import { isMap, isScalar, isSeq } from 'yaml';

/** A value of a card's metadata as `huggingface_hub` has it: it reads with PyYAML, which follows YAML 1.1. */
export type PythonValue =
  | {
      readonly kind: 'text' | 'integer' | 'float' | 'boolean' | 'null' | 'date';
      readonly text: string;
      readonly isEmpty: boolean;
      /** A word such as `no`, which YAML 1.2 reads as text. */
      readonly isWord?: true | undefined;
    }
  | { readonly kind: 'list'; readonly items: readonly PythonNode[] }
  | { readonly kind: 'mapping'; readonly entries: readonly { readonly key: PythonNode; readonly value: PythonNode }[] }
  /** An alias, whose value is elsewhere. */
  | { readonly kind: 'unknown' };

export interface PythonNode {
  readonly value: PythonValue;
  /** Where it is in the YAML; absent for an empty value. */
  readonly offset?: number | undefined;
}

/** Plain words that YAML 1.1 does not read as text. */
const words = {
  null: /^(?:~|null|Null|NULL|)$/,
  yes: /^(?:yes|Yes|YES|true|True|TRUE|on|On|ON)$/,
  no: /^(?:no|No|NO|false|False|FALSE|off|Off|OFF)$/,
  date: /^\d{4}-(?:\d{2}-\d{2}$|\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d{2}:\d{2})/,
};
const integers = {
  decimal: /^[-+]?(?:0|[1-9][\d_]*)$/,
  octal: /^[-+]?0[0-7_]+$/,
  hexadecimal: /^[-+]?0x[\da-fA-F_]+$/,
  binary: /^[-+]?0b[01_]+$/,
  sexagesimal: /^[-+]?[1-9][\d_]*(?::[0-5]?\d)+$/,
};
/** A number with a point; an exponent counts only behind one, and with a sign. */
const float = /^(?:[-+]?\d[\d_]*\.[\d_]*|\.\d[\d_]*)(?:[eE][-+]\d+)?$/;

/** The value of a node, without the values of aliases. */
export function pythonValue(node: unknown): PythonNode {
  const offset = (node as { readonly range?: readonly number[] | null } | null | undefined)?.range?.[0];
  if (isScalar(node)) {
    const source = typeof node.source === 'string' ? node.source : String(node.value ?? '');
    return { value: node.type === 'PLAIN' || node.type === undefined ? plainScalar(source) : textOf(source), offset };
  }
  if (isSeq(node)) return { value: { kind: 'list', items: node.items.map(pythonValue) }, offset };
  if (isMap(node)) {
    const entries = node.items.map((pair) => ({ key: pythonValue(pair.key), value: pythonValue(pair.value) }));
    return { value: { kind: 'mapping', entries }, offset };
  }
  return { value: node === null || node === undefined ? nothing : { kind: 'unknown' }, offset };
}

const nothing: PythonValue = { kind: 'null', text: 'None', isEmpty: true };
const textOf = (text: string): PythonValue => ({ kind: 'text', text, isEmpty: text === '' });

/** A scalar without quotes, and what Python prints of it. */
function plainScalar(source: string): PythonValue {
  if (words.null.test(source)) return nothing;
  if (words.yes.test(source)) return { kind: 'boolean', text: 'True', isEmpty: false, ...wordOf(source) };
  if (words.no.test(source)) return { kind: 'boolean', text: 'False', isEmpty: true, ...wordOf(source) };
  const whole = integerOf(source);
  if (whole !== undefined) return { kind: 'integer', text: whole, isEmpty: /^-?0+$/.test(whole) };
  if (float.test(source)) {
    const value = Number(source.replaceAll('_', ''));
    return { kind: 'float', text: pythonFloat(value), isEmpty: value === 0 };
  }
  if (/^[-+]?\.(?:inf|Inf|INF)$/.test(source)) return { kind: 'float', text: 'inf', isEmpty: false };
  if (/^\.(?:nan|NaN|NAN)$/.test(source)) return { kind: 'float', text: 'nan', isEmpty: false };
  return words.date.test(source) ? { kind: 'date', text: source, isEmpty: false } : textOf(source);
}

function wordOf(source: string): { readonly isWord?: true } {
  return /^(?:true|false)$/i.test(source) ? {} : { isWord: true };
}

/** The digits of an integer: `010` is octal, and `1:30` is 90. */
function integerOf(source: string): string | undefined {
  const digits = source.replaceAll('_', '').replace('+', '');
  const sign = digits.startsWith('-') ? '-' : '';
  const bare = digits.replace('-', '');
  if (integers.decimal.test(source)) return sign + bare;
  if (integers.octal.test(source)) return `${sign}${/^0+$/.test(bare) ? '0' : BigInt(`0o${bare.slice(1)}`)}`;
  if (integers.hexadecimal.test(source) || integers.binary.test(source)) return bare.length > 2 ? `${sign}${BigInt(bare)}` : undefined;
  if (!integers.sexagesimal.test(source)) return undefined;
  return sign + bare.split(':').reduce((sum, part) => sum * 60n + BigInt(part), 0n);
}

/** A float as Python prints it: with an exponent from 1e16 on and below 0.0001. */
function pythonFloat(value: number): string {
  if (!Number.isFinite(value)) return value < 0 ? '-inf' : 'inf';
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e16 || size < 1e-4)) return value.toExponential();
  return Number.isInteger(value) ? `${value}.0` : String(value);
}

/** What Python prints of a value, as far as its digits go. */
export function pythonText(value: PythonValue): string {
  if (value.kind === 'list') return value.items.map((item) => pythonText(item.value)).join(', ');
  if (value.kind === 'mapping')
    return value.entries.map(({ key, value: of }) => `${pythonText(key.value)}: ${pythonText(of.value)}`).join(', ');
  return value.kind === 'unknown' ? '' : value.text;
}

/** Whether Python takes a value for false. */
export function isEmptyInPython(value: PythonValue): boolean {
  if (value.kind === 'list') return value.items.length === 0;
  if (value.kind === 'mapping') return value.entries.length === 0;
  return value.kind !== 'unknown' && value.isEmpty;
}

/** The value of a key; the last one where a mapping has several. */
export function entryOf(value: PythonValue, name: string): PythonNode | undefined {
  if (value.kind !== 'mapping') return undefined;
  return value.entries.findLast(({ key }) => key.value.kind === 'text' && key.value.text === name)?.value;
}
