/** A time as a clock or a program writes it: the terms that it is made of, or each thing that it can mean. */
export type Clock = { readonly terms: readonly ClockTerm[] } | { readonly readings: readonly string[] };

export interface ClockTerm {
  readonly digits: string;
  readonly unit: string;
}

/** `72:30:00`, and Slurm's `21-00:00:00` and `21-00:00`. Behind days, the first number is hours. */
const clock = /^(?:(?<days>\d+)-)?(?<first>\d+):(?<second>\d{2})(?::(?<third>\d{2}(?:\.\d+)?))?$/;
/** ISO 8601: `P21D`, `PT72H`, `P3W`, `P1DT12H30M`. Months have no fixed length. */
const iso = /^P(?:([\d.]+)Y)?(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?$/i;
const isoUnits = ['year', 'week', 'd', 'h', 'min', 's'] as const;

/** A time that is read from a clock; nothing where the text is none. */
export function readClock(text: string): Clock | undefined {
  const { days, first, second, third } = clock.exec(text)?.groups ?? {};
  if (first === undefined || second === undefined) return isoTime(text);
  if (days === undefined && third === undefined) return { readings: [`${first} h ${second} min`, `${first} min ${second} s`] };
  // Seventy minutes are no part of an hour; behind days, neither are thirty hours of a day.
  if (Number(second) >= 60 || Number(third ?? 0) >= 60 || (days !== undefined && Number(first) >= 24)) return undefined;
  return { terms: present([days, first, second, third], ['d', 'h', 'min', 's']) };
}

function isoTime(text: string): Clock | undefined {
  const terms = present(iso.exec(text)?.slice(1) ?? [], isoUnits);
  return terms.length === 0 || terms.some(({ digits }) => !/^\d+(?:\.\d+)?$/.test(digits)) ? undefined : { terms };
}

function present(numbers: readonly (string | undefined)[], units: readonly string[]): readonly ClockTerm[] {
  return numbers.flatMap((digits, at) => (digits === undefined ? [] : [{ digits, unit: units[at] ?? '' }]));
}
