import type { Assessment, PhaseFacts } from '../../assessment/assessment.js';
import { deviceName } from '../../assessment/phase-facts.js';
import { grouped } from '../../units/format.js';
import { mainPhases } from './words.js';

/** What is named makes up at least this share of the total. */
const most = 0.9;
/** What is left out without a word is at most this share. */
const little = 0.01;
/** Values that a line names. */
const maxValues = 3;

interface Weighed {
  /** Nothing where the phase does not state it. */
  readonly value: string | undefined;
  readonly phases: readonly PhaseFacts[];
  readonly weight: number;
}

/**
 * What most of the main total comes from: a place, a provider. `(mostly)` where others are left out, `(partly)` where
 * a good part of the total does not state it; nothing where most of it does not.
 */
export function mostOf(assessment: Assessment, statedBy: (facts: PhaseFacts) => string | undefined): string | undefined {
  return named(weighed(assessment, statedBy), ({ value }) => value);
}

/** The devices that most of the main total comes from, with their number: `384 × NVIDIA A100 SXM4 80GB`. */
export function mostDevices(assessment: Assessment, nameOf = deviceName): string | undefined {
  return named(weighed(assessment, nameOf), withCount);
}

function named(all: readonly Weighed[], textOf: (one: Weighed) => string | undefined): string | undefined {
  const whole = all.reduce((sum, { weight }) => sum + weight, 0);
  let covered = 0;
  const taken = all.filter((one, index) => {
    if (index > 0 && (covered >= most * whole || index >= maxValues)) return false;
    covered += one.weight;
    return true;
  });
  const texts = taken.flatMap((one) => textOf(one) ?? []);
  if (texts.length === 0) return undefined;
  const text = texts.join('; ');
  if (texts.length < taken.length) return `${text} (partly)`;
  return whole - covered > little * whole ? `${text} (mostly)` : text;
}

/** The values of the main phases by the emissions of those that have them, the largest first. */
function weighed(assessment: Assessment, statedBy: (facts: PhaseFacts) => string | undefined): readonly Weighed[] {
  const phases = mainPhases(assessment);
  const emissionsOf = ({ phase, name }: PhaseFacts): number =>
    assessment.lines.reduce((sum, line) => sum + (line.phase === phase && line.name === name ? line.emissions.value : 0), 0);
  return [...new Set(phases.map(statedBy))]
    .map((value) => {
      const own = phases.filter((facts) => statedBy(facts) === value);
      return { value, phases: own, weight: own.reduce((sum, facts) => sum + emissionsOf(facts), 0) };
    })
    .sort((a, b) => b.weight - a.weight);
}

function withCount({ value, phases }: Weighed): string | undefined {
  if (value === undefined) return undefined;
  const counts = phases.flatMap(({ accelerators }) => accelerators ?? []);
  if (counts.length === 0) return value;
  const largest = Math.max(...counts);
  const count = `${grouped(largest, 0)} × ${value}`;
  return counts.every((one) => one === largest) ? count : `up to ${count}`;
}
