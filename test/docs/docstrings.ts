import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './blocks.js';

/** An `@example` of a docstring in src. */
export interface Example {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** Every `@example` in src, on one line as all of them are. */
export function docstringExamples(): readonly Example[] {
  const names = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return names.sort().flatMap((name) => {
    const lines = readFileSync(join(root, 'src', name), 'utf8').split('\n');
    return lines.flatMap((line, at) => {
      const text = /@example (.+?)(?: \*\/)?$/.exec(line)?.[1];
      return text === undefined ? [] : [{ file: `src/${name.replaceAll('\\', '/')}`, line: at + 1, text }];
    });
  });
}

/** Unit as a factor of base units and their exponents: `W` is 0.001 kWh/h. */
type Unit = { readonly size: number; readonly of: Readonly<Record<string, number>> };
type Amount = Unit;

const units: Readonly<Record<string, Unit>> = {
  h: { size: 1, of: { h: 1 } },
  Wh: { size: 0.001, of: { kWh: 1 } },
  kWh: { size: 1, of: { kWh: 1 } },
  MWh: { size: 1000, of: { kWh: 1 } },
  W: { size: 0.001, of: { kWh: 1, h: -1 } },
  kW: { size: 1, of: { kWh: 1, h: -1 } },
  g: { size: 0.001, of: { kg: 1 } },
  kg: { size: 1, of: { kg: 1 } },
  t: { size: 1000, of: { kg: 1 } },
  gCO2e: { size: 0.001, of: { kg: 1 } },
  kgCO2e: { size: 1, of: { kg: 1 } },
  L: { size: 1, of: { L: 1 } },
  FLOP: { size: 1, of: { FLOP: 1 } },
  s: { size: 1 / 3600, of: { h: 1 } },
  cm2: { size: 1, of: { cm: 2 } },
  GB: { size: 1, of: { GB: 1 } },
};

const combined = (a: Amount, b: Amount, sign: 1 | -1): Amount => {
  const of: Record<string, number> = { ...a.of };
  for (const [base, power] of Object.entries(b.of)) of[base] = (of[base] ?? 0) + sign * power;
  return { size: sign === 1 ? a.size * b.size : a.size / b.size, of };
};

const sameUnit = (a: Amount, b: Amount): boolean =>
  combined({ ...a, size: 1 }, { ...b, size: 1 }, -1).of !== undefined && powers(a) === powers(b);
const powers = ({ of }: Amount): string =>
  Object.entries(of)
    .filter(([, power]) => power !== 0)
    .map(([base, power]) => `${base}${power}`)
    .sort()
    .join();

const number = String.raw`\d[\d,]*(?:\.\d+)?(?:e[+-]?\d+)?`;
const unit = `[A-Za-z][A-Za-z0-9]*`;
const amount = new RegExp(`^(${number})(?: (${unit})(?:/(${unit}))?)?`);

/** A sum in words: `120 kWh × 1.2 × 56 g/kWh = 8.064 kg`. Undefined where the text is not one. */
export function checkSum(text: string): { readonly left: number; readonly right: number; readonly tolerance: number } | string | undefined {
  const sides = text.split(' = ');
  const [from, to] = sides;
  if (sides.length !== 2 || from === undefined || to === undefined) return undefined;
  const left = evaluated(from);
  const right = evaluated(/^[^;,]*(?:,\d{3})*(?:\.\d+)?[^;,]*/.exec(to)?.[0] ?? '');
  if (left === undefined || right === undefined) return undefined;
  if (!sameUnit(left, right)) return `${from} has not the unit of ${to}`;
  const decimals = /\.(\d+)/.exec(to)?.[1]?.length ?? 0;
  const printed = Number(new RegExp(number).exec(to)?.[0]?.replaceAll(',', ''));
  return { left: left.size, right: right.size, tolerance: ((right.size / printed) * 10 ** -decimals) / 1.99 };
}

/** By precedence: brackets and amounts, then × and ÷, then + and −. */
function evaluated(text: string): Amount | undefined {
  let rest = text.trim();
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    const found = pattern.exec(rest) ?? undefined;
    if (found !== undefined) rest = rest.slice(found[0].length);
    return found;
  };
  const primary = (): Amount | undefined => {
    if (take(/^\(/)) {
      const inner = sum();
      if (inner === undefined || take(/^\)/) === undefined) return undefined;
      return inner;
    }
    const [, digits, over, under] = take(amount) ?? [];
    if (digits === undefined) return undefined;
    const plain: Amount = { size: Number(digits.replaceAll(',', '')), of: {} };
    const [top, bottom] = [over, under].map((name) => (name === undefined ? { size: 1, of: {} } : units[name]));
    if (top === undefined || bottom === undefined) return undefined;
    return combined(combined(plain, top, 1), bottom, -1);
  };
  const chain = (next: () => Amount | undefined, signs: RegExp, join: (a: Amount, sign: string, b: Amount) => Amount | undefined) => {
    return (): Amount | undefined => {
      let value = next();
      for (let sign = take(signs); value !== undefined && sign !== undefined; sign = take(signs)) {
        const other = next();
        value = other && join(value, sign[1] ?? '', other);
      }
      return value;
    };
  };
  const term = chain(primary, /^ ([×÷]) /, (a, sign, b) => combined(a, b, sign === '×' ? 1 : -1));
  const sum = chain(term, /^ ([+−]) /, (a, sign, b) =>
    sameUnit(a, b) ? { ...a, size: sign === '+' ? a.size + b.size : a.size - b.size } : undefined,
  );
  const value = sum();
  return rest.trim() === '' ? value : undefined;
}
