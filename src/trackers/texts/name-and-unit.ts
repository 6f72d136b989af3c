/** A name, and the unit in the brackets behind it. */
export interface NameAndUnit {
  readonly name: string;
  readonly unit: string | undefined;
}

const openings: Readonly<Record<string, string>> = { ')': '(', ']': '[' };

/**
 * The name of a column and the unit behind it, in round or square brackets. Read by scanning: a name may have any length.
 *
 * @example nameAndUnit(' power.draw [W] ') //=> { name: 'power.draw', unit: 'W' }
 * @example nameAndUnit('used (kWh)') //=> { name: 'used', unit: 'kWh' }
 */
export function nameAndUnit(text: string): NameAndUnit {
  const trimmed = text.trim();
  const opening = openings[trimmed.at(-1) ?? ''];
  const at = opening === undefined ? -1 : trimmed.lastIndexOf(opening);
  const unit = trimmed.slice(at + 1, -1);
  if (at < 0 || /[()[\]]/.test(unit)) return { name: trimmed, unit: undefined };
  return { name: trimmed.slice(0, at).trim(), unit: unit.trim() };
}
