import type { Message } from '../diagnostics/message.js';
import { worldAverages } from '../factors/grid/world-averages.js';
import type { Manifest, Phase } from '../manifest/manifest.js';
import type { ResolvedPhase } from '../resolve/resolved.js';
import { formatted, formattedExactly, rounded } from '../units/format.js';
import { quantity } from '../units/quantity.js';
import type { WorkedLine } from './lines.js';
import { messages } from './messages.js';

/** Totals that differ by less are one. */
const alike = 0.005;

/**
 * Compares the total that a tool came to itself with ours for the same electricity, and says where a difference comes from:
 * the grid factor, electricity that we add, or a world average that the tool fell back to.
 */
export function tellOfOwnTotals(
  manifest: Manifest,
  phases: readonly ResolvedPhase[],
  lines: readonly WorkedLine[],
  tell: (sentence: Message, path: string) => void,
): void {
  for (const phase of manifest.phases) {
    const resolved = phases.find(({ path }) => path === phase.path);
    const own = lines.map(({ line }) => line).filter((line) => line.phase === phase.phase && line.name === phase.name);
    if (phase.reported !== undefined && resolved !== undefined) tell(sentenceOf(phase.reported, phase, resolved, own), phase.reported.path);
  }
}

function sentenceOf(
  reported: NonNullable<Phase['reported']>,
  phase: Phase,
  { grid, pue, share }: ResolvedPhase,
  lines: readonly WorkedLine['line'][],
): Message {
  const electricity = lines.filter(({ component }) => component !== 'embodied');
  const ours = electricity.reduce((sum, { emissions }) => sum + emissions.value, 0);
  const drawn = electricity.reduce((sum, { energy }) => sum + (energy?.value ?? 0), 0);
  const parted = share?.input.value ?? 1;
  // What the tool reckoned with: the energy of the log and the PUE that it was told.
  const logged = phase.energy === undefined ? undefined : phase.energy.value * (phase.pue?.value ?? 1);
  const implied = logged === undefined || logged === 0 ? undefined : (reported.value * 1000) / logged;
  const factor = grid?.intensity.value;
  const embodied = lines.find(({ component }) => component === 'embodied');
  const text = (kg: number): string => formatted(quantity(rounded(kg, 3), 'kgCO2e')).text;
  const intensity = (value: number): string => formattedExactly(rounded(value, 3), 'gCO2e/kWh');
  const isAlike = (one: number, other: number): boolean => Math.abs(one - other) <= alike * Math.max(one, other);
  const causes: string[] = [];
  if (implied !== undefined && factor !== undefined && !isAlike(implied, factor)) {
    const average = worldAverages.find((value) => Math.abs(implied / value - 1) < 0.002);
    const where = [grid?.zone, grid?.year].filter((part) => part !== undefined).join(', ');
    causes.push(
      average === undefined
        ? `its grid factor was ${intensity(implied)}, and ours is ${intensity(factor)}${where === '' ? '' : ` (${where})`}`
        : `it fell back to a world average of ${average}\u202fg/kWh, and our factor is ${intensity(factor)}${where === '' ? '' : ` (${where})`}`,
    );
  }
  if (logged !== undefined && drawn > logged * parted * (1 + alike))
    causes.push(
      pue === undefined
        ? 'we count electricity that it did not meter'
        : 'we count the overhead of the facility and of idle machines beside',
    );
  if (parted !== 1) causes.push('only a share of the phase is counted here');
  const making = embodied === undefined ? undefined : text(embodied.emissions.value);
  return isAlike(ours, reported.value)
    ? messages.ownTotalAgrees(text(reported.value), text(ours), making)
    : messages.ownTotalDiffers(text(reported.value), text(ours), causes, making);
}
