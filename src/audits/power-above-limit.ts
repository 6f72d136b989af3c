import type { Figure, Subject } from '../claims/claim.js';
import { companion, deviceOf, isPlain } from '../claims/companions.js';
import { mostDesktopCpu, overLimit, overLimitImplied } from '../claims/thresholds.js';
import type { Audit, Finding } from './audit.js';
import { messages } from './messages.js';

const desktopCpu =
  /\b(?:(?:Intel\W*(?:\(R\)|®)?\s*)?Core\W*(?:\(TM\)|™)?\s*(?:i[3579]|Ultra)[-\s]?\w*|i[3579]-\d{3,5}\w*|Ryzen\s+\d\s+\w+|Apple M\d\w*)/i;

export const powerAboveLimit = {
  id: 'power-above-limit',
  severity: 'error',
  question: "Is the power within the device's limit?",
  audit: (subject) =>
    subject.figures.flatMap((figure) => {
      const finding =
        figure.measure === 'power' ? ofPower(subject, figure) : figure.measure === 'energy' ? ofEnergy(subject, figure) : undefined;
      return finding === undefined ? [] : [finding];
    }),
} as const satisfies Audit;

function ofPower(subject: Subject, figure: Figure): Finding | undefined {
  if (!isPlain(figure) || figure.value <= 0) return undefined;
  if (figure.is.has('cpu')) return ofCpu(subject, figure);
  const cpu = desktopCpu.exec(figure.context)?.[0];
  if (cpu !== undefined && deviceOf(subject, { ...figure, scopes: figure.scopes.slice(0, 1) }) === undefined) return ofCpu(subject, figure);
  const rating = figure.is.has('average')
    ? companion(subject, figure, 'power', ({ is }) => is.has('device') && !is.has('average'))
    : undefined;
  if (rating !== undefined && !figure.is.has('cluster') && figure.low > rating.high * overLimit && figure.value < rating.value * 4)
    return { at: figure.at, sentence: messages.aboveStatedRating(figure.text, rating.text) };
  const device = deviceOf(subject, figure);
  if (device === undefined || figure.is.has('cluster') || figure.low <= device.high * overLimit) return undefined;
  const count = companion(subject, figure, 'accelerators', ({ value }) => value > 1)?.value;
  // What all of them draw together is no power of one.
  const isOfAll = count !== undefined && !figure.is.has('device') && figure.value >= count * device.low * 0.4;
  if (isOfAll || figure.value > device.high * 4) return undefined;
  return { at: figure.at, sentence: messages.powerAboveLimit(figure.text, device.title, device.high) };
}

function ofCpu(subject: Subject, figure: Figure): Finding | undefined {
  const rating = companion(
    subject,
    figure,
    'power',
    ({ is, context }) => (is.has('device') || /\bTDP\b|rated/i.test(context)) && !is.has('average'),
  );
  if (rating !== undefined && rating.value >= 10 && figure.low > rating.high * 4)
    return { at: figure.at, sentence: messages.aboveStatedRating(figure.text, rating.text) };
  if (figure.low <= mostDesktopCpu) return undefined;
  const own = desktopCpu.exec(figure.context)?.[0];
  const near =
    own ??
    subject.passages.flatMap(({ text, scopes }) =>
      scopes.some((scope) => figure.scopes.slice(0, -1).includes(scope)) ? (desktopCpu.exec(text)?.[0] ?? []) : [],
    )[0];
  return near === undefined ? undefined : { at: figure.at, sentence: messages.cpuAboveLimit(figure.text, near.trim(), mostDesktopCpu) };
}

function ofEnergy(subject: Subject, figure: Figure): Finding | undefined {
  if (!isPlain(figure) || figure.value <= 0 || subject.kind === 'assessment') return undefined;
  const hours = companion(subject, figure, 'accelerator-hours');
  const device = hours && deviceOf(subject, figure);
  if (hours === undefined || device === undefined || companion(subject, figure, 'power') !== undefined) return undefined;
  const watts = (figure.low * 1000) / hours.high;
  if (watts <= device.high * overLimitImplied) return undefined;
  return { at: figure.at, sentence: messages.impliedAboveLimit(watts, figure.text, hours.text, device.title, device.high) };
}
