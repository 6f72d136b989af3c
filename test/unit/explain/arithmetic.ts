/** Sizes of the units that steps use, so that W × h comes out as kWh and g as kg. */
const sizes: Readonly<Record<string, number>> = { 'W': 1e-3, 'g CO₂e/kWh': 1e-3 };

/**
 * What a reader with a calculator gets for one side of a step: `1,082,990 h × 400 W` is 433196 (kWh).
 *
 * @throws {SyntaxError} Where it can't be calculated as it is written.
 */
export function calculated(text: string): number {
  let rest = text.trim();
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const found = pattern.exec(rest);
    if (found !== null) rest = rest.slice(found[0].length).trimStart();
    return found;
  };
  const term = (): number => {
    if (take(/^\(/) !== null) {
      const inner = sum();
      if (take(/^\)/) === null) throw new SyntaxError(`No bracket closes: ${text}`);
      return inner;
    }
    if (take(/^max\(/) !== null) {
      const all = [sum()];
      while (take(/^,/) !== null) all.push(sum());
      if (take(/^\)/) === null) throw new SyntaxError(`No bracket closes: ${text}`);
      return Math.max(...all);
    }
    const [, digits = '', unit = ''] = take(/^(\d+(?:,\d{3})*(?:\.\d+)?)\s*([\p{L}%][^×÷+−()=,]*)?/u) ?? [];
    if (digits === '') throw new SyntaxError(`No number at: ${rest}`);
    return Number(digits.replaceAll(',', '')) * (sizes[unit.trim()] ?? 1);
  };
  const product = (): number => {
    let value = term();
    for (let operator = take(/^[×÷]/); operator !== null; operator = take(/^[×÷]/)) {
      const next = term();
      value = operator[0] === '×' ? value * next : value / next;
    }
    return value;
  };
  const sum = (): number => {
    let value = product();
    for (let operator = take(/^[+−]/); operator !== null; operator = take(/^[+−]/)) {
      const next = product();
      value = operator[0] === '+' ? value + next : value - next;
    }
    return value;
  };
  const value = sum();
  if (rest !== '') throw new SyntaxError(`Not understood: ${rest}`);
  return value;
}
