import type { Figure, Subject } from '../claims/claim.js';
import { deviceOf, isPlain } from '../claims/companions.js';
import { workFor } from '../claims/expected.js';
import { underIdle } from '../claims/thresholds.js';
import type { Audit, Finding } from './audit.js';
import { messages } from './messages.js';

export const powerBelowIdle = {
  id: 'power-below-idle',
  severity: 'warning',
  question: 'Is the average power at least what a device draws while it does nothing?',
  audit: (subject) =>
    subject.figures.flatMap((figure) => {
      const finding =
        figure.measure === 'power' ? ofPower(subject, figure) : figure.measure === 'energy' ? ofEnergy(subject, figure) : undefined;
      return finding === undefined ? [] : [finding];
    }),
} as const satisfies Audit;

function ofPower(subject: Subject, figure: Figure): Finding | undefined {
  if (!isPlain(figure) || figure.value <= 0 || figure.is.has('cpu') || figure.is.has('cluster')) return undefined;
  if (/\b(?:ram|memory|idle|cpu)\b/i.test(figure.context)) return undefined;
  const device = deviceOf(subject, figure);
  if (device === undefined || figure.high >= device.low * underIdle) return undefined;
  return { at: figure.at, sentence: messages.powerBelowIdle(figure.text, device.title, device.low * underIdle) };
}

function ofEnergy(subject: Subject, figure: Figure): Finding | undefined {
  if (!isPlain(figure) || figure.value <= 0 || figure.is.has('cpu') || subject.kind === 'assessment') return undefined;
  const work = workFor(subject, figure);
  const device = deviceOf(subject, figure);
  if (
    work === undefined ||
    device === undefined ||
    !/h/i.test(figure.unit) ||
    /\b(?:ram|cpu|idle|infrastructure|overhead)\b/i.test(figure.context)
  )
    return undefined;
  const watts = (figure.high * 1000) / work.low;
  if (watts >= device.low * underIdle) return undefined;
  return { at: figure.at, sentence: messages.impliedBelowIdle(watts, figure.text, work.words, device.title, device.low * underIdle) };
}
