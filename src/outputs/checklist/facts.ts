import type { Assessment, Omission, PhaseFacts } from '../../assessment/assessment.js';
import { titlesText } from '../../assessment/coverage.js';
import { deviceName } from '../../assessment/phase-facts.js';
import { kindOf } from '../../sections/words/facts.js';
import { mainPhases } from '../../sections/words/words.js';
import { atMost, counted, durationText, formatted, grouped, percentExactly, THIN } from '../../units/format.js';
import { listed } from '../../units/listed.js';

/** What a checklist asks of each phase. `key` is what to add to a manifest that lacks it. */
export interface Question {
  readonly head: string;
  /** In a message: the checklist asks for … */
  readonly what: string;
  readonly key: string;
  /** Nothing where it is not stated. */
  readonly answer: (facts: PhaseFacts, assessment: Assessment) => string | undefined;
}

/** The answers by phase, in the order of the table. */
export const questions: readonly Question[] = [
  { head: 'Workers', what: 'the type of the compute workers', key: '`hardware:` to the phase', answer: workers },
  {
    head: 'Memory',
    what: 'the memory of the workers',
    key: '`memory:` to the phase, or to the name of the device, as in `A100 80GB`',
    answer: memory,
  },
  { head: 'Place', what: 'the cluster or the cloud provider', key: '`site:` to the phase', answer: ({ place }) => place?.label },
  {
    head: 'Compute',
    what: 'the amount of compute',
    key: '`accelerator_hours:` to the phase',
    answer: ({ acceleratorHours, device }) => acceleratorHours && hoursOf(acceleratorHours.value, device),
  },
  {
    head: 'Wall clock',
    what: 'the time of execution',
    key: '`duration:` to the phase',
    answer: ({ duration, runHours, share }) => {
      const hours = duration ?? runHours;
      return (
        hours && `${durationText(hours.value)}${share === undefined ? '' : ` (whole phase, ${percentExactly(share)} of it for this model)`}`
      );
    },
  },
  {
    head: 'Runs',
    what: 'the number of runs',
    key: '`runs:` to the phase',
    answer: ({ runs, phase }) => (runs === undefined ? (phase === 'deployment' ? '–' : undefined) : grouped(runs, 0)),
  },
  { head: 'Energy', what: 'the energy', key: '`energy:` to the phase', answer: energyText },
];

function workers(facts: PhaseFacts): string | undefined {
  const [device, { accelerators }] = [deviceName(facts), facts];
  return device === undefined || accelerators === undefined ? device : `${atMost(accelerators, 6)} × ${device}`;
}

/** That of the device, where its name in the manifest has it or leaves nothing open, and that of the machines. */
function memory({ device = '', statedDevice = device, memory: ofMachines }: PhaseFacts): string | undefined {
  const ofDevice = /\b\d+ ?GB\b/.exec(statedDevice)?.[0].replace(/ ?GB/, `${THIN}GB`);
  const all = ofMachines && `${atMost(ofMachines.value, 6)}${THIN}GB in all`;
  const parts = [ofDevice && `${ofDevice} each`, all].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(', ');
}

export function hoursOf(hours: number, device: string | undefined): string {
  return counted(hours < 100 ? atMost(hours, 3) : grouped(hours, 0), `${kindOf(device)}-hour`);
}

function energyText({ phase, name }: PhaseFacts, { totals }: Assessment): string | undefined {
  const total = phase === 'deployment' ? totals.deployment : totals.development;
  const energy = total?.phases?.find((one) => one.phase === phase && one.name === name)?.energy;
  return energy && formatted(energy).text;
}

/** Whether more was computed than the figures have: what the hours include, or that it is unknown, each with its phases. */
export function furtherRuns(assessment: Assessment): {
  readonly text: string;
  readonly isKnown: boolean;
  /** The phases of which it is unknown. */
  readonly unknownIn: readonly string[];
} {
  const phases = mainPhases(assessment);
  const failed = assessment.omissions.find(({ id }) => id === 'failed-runs');
  const included = includedTexts(phases);
  if (failed === undefined)
    return { text: included.length === 0 ? 'No failed or preliminary run is left out.' : included.join(' '), isKnown: true, unknownIn: [] };
  const { unknownIn = [] } = failed;
  const isRecorded = assessment.totals.development !== undefined;
  return {
    text: [...included, ...missingTexts(failed, included.length > 0 ? phases : [])].join(' '),
    isKnown: unknownIn.length === 0 && isRecorded,
    unknownIn,
  };
}

/** `The figures of training include failed runs.`, for each list of words; without the phases where all have it. */
function includedTexts(phases: readonly PhaseFacts[]): readonly string[] {
  const byWords = new Map<string, PhaseFacts[]>();
  for (const facts of phases) {
    const words = listed((facts.includes ?? []).filter((word) => word !== 'none'));
    if (words !== '') byWords.set(words, [...(byWords.get(words) ?? []), facts]);
  }
  return [...byWords].map(([words, own]) => `The figures${ofPhases(own, phases)} include ${words}.`);
}

/** What is not in the figures, or may not be: of the phases that say nothing, where others say what they include. */
function missingTexts({ what, reason, unknownIn = [], phases: outside = [] }: Omission, beside: readonly PhaseFacts[]): readonly string[] {
  const of = (titles: readonly string[]): string =>
    ofPhases(
      beside.filter(({ title }) => titles.includes(title)),
      beside,
    );
  if (beside.length === 0) return [`${what}: ${reason}.`];
  if (unknownIn.length + outside.length === 0) {
    const silent = beside.filter(({ includes = [] }) => includes.every((word) => word === 'none'));
    return [`${what}${ofPhases(silent, beside)}: ${reason}.`];
  }
  return [
    ...(unknownIn.length === 0 ? [] : [`It is unknown whether the hours${of(unknownIn)} include failed or preliminary runs.`]),
    ...(outside.length === 0 ? [] : [`The hours${of(outside)} exclude failed and preliminary runs, according to the manifest.`]),
  ];
}

function ofPhases(own: readonly PhaseFacts[], all: readonly PhaseFacts[]): string {
  return own.length === all.length ? '' : ` of ${titlesText(own, all)}`;
}
