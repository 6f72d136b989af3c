import { atMost, formatted, grouped, THIN } from '../../units/format.js';
import type { CollectProgress, Measurement } from '../../verbs/collect.js';
import { visible } from '../texts/visible.js';

const steps: Readonly<Record<CollectProgress['step'], string>> = {
  reading: 'Reading samples',
  integrating: 'Integrating',
  asking: 'Asking the server',
  waiting: 'Waiting for the server',
};

/** Below this share the time that is left can't be told. */
const minShare = 0.02;

/**
 * What is done now, on one line: `Reading samples … 40 %, 1:20 left`.
 *
 * @param began Seconds by the same clock that later lines are given.
 */
export function createCollectProgress(began: number): (progress: CollectProgress, now: number) => string {
  let [step, since] = ['', began];
  return (progress, now) => {
    if (progress.step !== step || (progress.share ?? 0) === 0) [step, since] = [progress.step, now];
    const { share } = progress;
    const words = `${steps[progress.step]} …`;
    if (share === undefined) return words;
    const left = share < minShare ? '' : `, ${clock(((now - since) * (1 - share)) / share)} left`;
    return `${words} ${Math.floor(share * 100)}${THIN}%${left}`;
  };
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
