import { atMost, formatted, grouped, THIN } from '../../units/format.js';
import type { CollectProgress, Measurement } from '../../verbs/collect.js';
import { visible } from '../texts/visible.js';

const steps: Readonly<Record<CollectProgress['step'], string>> = {
  reading: 'Reading samples',
  integrating: 'Integrating',
  asking: 'Asking the server',
  waiting: 'Waiting for the server',
};

/** Below this share neither the rate nor the time that is left can be told. */
const minShare = 0.02;

/**
 * What is done now, on one line: `Reading samples … 40 % of about 20 million rows, 2.6 million rows/s, 0:05 left`.
 *
 * @param began Seconds by the same clock that later lines are given.
 */
export function createCollectProgress(began: number): (progress: CollectProgress, now: number) => string {
  let [step, since, before] = ['', began, 0];
  return (progress, now) => {
    const { share, rows } = progress;
    // A step may go over the rows more than once.
    if (progress.step !== step || share === undefined || share < before) [step, since] = [progress.step, now];
    before = share ?? 0;
    const words = `${steps[progress.step]} …`;
    if (share === undefined) return words;
    const done = `${words} ${Math.floor(share * 100)}${THIN}%${rows === undefined ? '' : ` of about ${rowsText(rows)}`}`;
    const seconds = now - since;
    if (share < minShare || seconds <= 0) return done;
    const rate = rows === undefined ? '' : `, ${rowsText((share * rows) / seconds)}/s`;
    return `${done}${rate}, ${clock((seconds * (1 - share)) / share)} left`;
  };
}

/** `20 million rows`, `340,000 rows`. */
function rowsText(count: number): string {
  return count < 1e6 ? `${grouped(Number(count.toPrecision(2)), 0)} rows` : `${atMost(count / 1e6, 2)} million rows`;
}

function clock(seconds: number): string {
  const whole = Math.ceil(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** What was collected, in a few lines. */
export function collectedText(file: string, measurement: Measurement, isShort: boolean): string {
  const { energy, devices, start, end, samples, coverage, method, mean, idle } = measurement;
  const written = `Written: ${visible(file)}`;
  if (isShort) return written;
  const power = mean === undefined ? '' : `, ${formatted(mean).text} on average`;
  return [
    `Energy: ${formatted(energy).text} of ${devices.length} ${devices.length === 1 ? 'device' : 'devices'}${power}`,
    `Time: ${start} to ${end}, ${atMost(coverage * 100, 4)}${THIN}% covered; ${grouped(samples, 0)} samples, usually ${atMost(method.interval.value, 4)}${THIN}s apart`,
    ...(idle === undefined || method.idleBelow === undefined
      ? []
      : [
          `Idle, below ${formatted({ value: method.idleBelow.value, unit: 'W' }).text} (${method.idleBelow.from}): ${formatted(idle.energy).text} in ${atMost(idle.duration.value, 4)}${THIN}h of device time`,
        ]),
    written,
    `Next: name it in a phase of the manifest: \`from: [${visible(file)}]\``,
  ].join('\n');
}
