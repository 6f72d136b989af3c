import type { EmissionScale } from '../../charts/emission-scale.js';
import { atPlace, THIN } from '../../units/format.js';
import type { IntervalAxis } from '../axis.js';

/** A linear axis of differences that contains 0 and ends on round numbers. */
export function differenceAxis(low: number, high: number, scale: EmissionScale, maxSteps: number): IntervalAxis {
  const [from, to] = [Math.min(0, scale.of(low)), Math.max(0, scale.of(high))];
  const span = to - from > 0 ? to - from : 1;
  const exponent = Math.floor(Math.log10(span));
  const candidates = [exponent - 1, exponent].flatMap((power) =>
    [1, 2, 5].map((digit) => {
      const step = Number(`${digit}e${power}`);
      const [first, last] = [Math.floor(from / step - 1e-9 + 1e-12), Math.ceil(to / step - 1e-9)];
      return { digit, power, step, first, last: Math.max(last, first + 1) };
    }),
  );
  const { digit, power, step, first, last } = candidates.find((one) => one.last - one.first <= maxSteps) ?? {
    digit: 1,
    power: exponent + 1,
    step: Number(`1e${exponent + 1}`),
    first: -1,
    last: 1,
  };
  const ticks = Array.from({ length: last - first + 1 }, (_, n) => {
    const tick = first + n;
    const value = Number(`${digit * tick}e${power}`);
    const unit = scale.unit.replace(/ CO₂e$/, '');
    return {
      at: n / (last - first),
      label: tick === 0 ? '0' : `${value > 0 ? '+' : ''}${atPlace(value, Math.min(0, power))}${THIN}${unit}`,
    };
  });
  return { kind: 'linear', of: (kilograms) => (scale.of(kilograms) / step - first) / (last - first), ticks };
}
