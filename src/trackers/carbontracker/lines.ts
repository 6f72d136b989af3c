/** What the standard log says of an epoch: mean watts of all devices of a kind, and seconds. */
export interface Epoch {
  number?: number | undefined;
  seconds?: number | undefined;
  gpu?: number | undefined;
  cpu?: number | undefined;
  other?: number | undefined;
}

/** What the output says that epochs came to: kWh and grams with PUE. */
export interface Block {
  readonly epochs?: number | undefined;
  seconds?: number | undefined;
  energy?: number | undefined;
  grams?: number | undefined;
}

/** Whether anything is known of an epoch; its number alone is nothing. */
export function isFilled({ seconds, gpu, cpu, other }: Epoch): boolean {
  return [seconds, gpu, cpu, other].some((value) => value !== undefined);
}

/**
 * Watts of all devices of a kind: a number, or numbers between brackets as numpy prints them. `none` where there were none.
 *
 * @example wattsOf('[136.86 142.1]') //=> 278.96
 */
export function wattsOf(text: string): number | 'none' | undefined {
  const words = text
    .replace(/^\s*\[|\]\s*$/g, '')
    .split(/[\s,]+/)
    .filter((word) => word !== '');
  if (words.length === 0 || words.every((word) => /^(?:none|nan)$/i.test(word))) return 'none';
  const watts = words.map((word) => (/^\d+(?:\.\d*)?(?:e[+-]?\d+)?$/i.test(word) ? Number(word) : Number.NaN));
  const sum = watts.reduce((total, value) => total + value, 0);
  return Number.isFinite(sum) ? sum : undefined;
}

/** Seconds of `0:02:21.90`, `26:00:00`, `1 day, 2:00:00`. */
export function durationOf(text: string): number | undefined {
  const [, days = '0', hours, minutes, seconds] = /^\s*(?:(\d+) days?, )?(\d+):(\d\d):(\d\d(?:\.\d+)?)\s*$/.exec(text) ?? [];
  return hours === undefined ? undefined : ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
}
