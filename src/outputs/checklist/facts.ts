import type { Assessment, Omission, PhaseFacts, PlaceFacts } from '../../assessment/assessment.js';
import { titlesText } from '../../assessment/coverage.js';
import { deviceKind, deviceName } from '../../assessment/phase-facts.js';
import { mainPhases } from '../../sections/words/words.js';
import { atMost, counted, durationText, formatted, grouped, percentExactly, THIN } from '../../units/format.js';
import { listed } from '../../units/listed.js';

/** What the records say to a question. */
export interface Answer {
  readonly text: string;
  /** What the checklist asks for is not all there: a country in place of a provider, a size of memory that nobody stated. */
  readonly isPartial?: boolean | undefined;
}

/** What a checklist asks of each phase. `key` is what to add to a manifest that lacks it. */
export interface Question {
  readonly head: string;
  /** In a message: the checklist asks for … */
  readonly what: string;
  readonly key: string;
  /** The checklist that asks it, where the other does not. */
  readonly of?: 'ACL' | undefined;
  /** Nothing where it is not stated. */
  readonly answer: (facts: PhaseFacts, assessment: Assessment) => Answer | undefined;
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
  {
    head: 'Place',
    what: 'the cluster or the cloud provider',
    key: '`cloud:` with its `region:`, or the computing centre, as in `location: { country: FR, region: Jean Zay }`',
    answer: ({ place }) => place && { text: place.label, isPartial: isCountryAlone(place) },
  },
  {
    head: 'Compute',
    what: 'the amount of compute',
    key: '`accelerator_hours:` to the phase',
    answer: ({ acceleratorHours, device }) => acceleratorHours && { text: hoursOf(acceleratorHours.value, device) },
  },
  {
    head: 'Wall clock',
    what: 'the time of execution',
    key: '`duration:` to the phase',
    answer: ({ duration, runHours, share }) => {
      const whole = share === undefined ? '' : ` (whole phase, ${percentExactly(share)} of it for this model)`;
      if (duration !== undefined) return { text: `${durationText(duration.value)}${whole}` };
      return runHours && { text: `${durationText(runHours.value)}${whole} (hours ÷ devices)`, isPartial: true };
    },
  },
  {
    head: 'Runs',
    what: 'the number of runs',
    key: '`runs:` to the phase',
    answer: ({ runs, phase }) => (runs === undefined ? (phase === 'deployment' ? { text: '–' } : undefined) : { text: grouped(runs, 0) }),
  },
  { head: 'Energy', what: 'the energy', key: '`energy:` to the phase', of: 'ACL', answer: energyAnswer },
];

/** A question that the manifest leaves open, and of which phases. */
export interface Lacking extends Pick<Question, 'what' | 'key' | 'of'> {
  /** Titles; none where it is of no phase. */
  readonly phases: readonly string[];
  /** Of each of these phases a part of the answer is known. */
  readonly isPartial: boolean;
}

/** What the manifest does not state, or states in part, of what both checklists ask by phase. */
export function lackingOf(assessment: Assessment): readonly Lacking[] {
  return questions.flatMap(({ what, key, of, answer }): readonly Lacking[] => {
    const answers = assessment.phases.map((facts) => ({ title: facts.title, answer: answer(facts, assessment) }));
    const open = answers.filter((one) => one.answer === undefined || one.answer.isPartial === true);
    if (open.length === 0) return [];
    return [{ what, key, of, phases: open.map(({ title }) => title), isPartial: open.every((one) => one.answer !== undefined) }];
  });
}

function workers(facts: PhaseFacts): Answer | undefined {
  const [device, { accelerators }] = [deviceName(facts), facts];
  if (device === undefined) return undefined;
  return { text: accelerators === undefined ? device : `${atMost(accelerators, 6)} × ${device}`, isPartial: accelerators === undefined };
}

/** That of the device, where its name in the manifest has it or leaves nothing open, and that of the machines. */
function memory({ device = '', statedDevice = device, memory: ofMachines }: PhaseFacts): Answer | undefined {
  const inName = /\b\d+ ?GB\b/;
  const ofDevice = inName.exec(device)?.[0].replace(/ ?GB/, `${THIN}GB`);
  const all = ofMachines && `${atMost(ofMachines.value, 6)}${THIN}GB in all`;
  // A device that is named without its memory is the first of the table.
  const isAssumed = ofDevice !== undefined && !inName.test(statedDevice);
  const each = ofDevice && `${ofDevice} each${isAssumed ? ' (assumed)' : ''}`;
  const parts = [each, all].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : { text: parts.join(', '), isPartial: isAssumed && all === undefined };
}

/** Whether no more is known of a place than its country: no provider, no region, no computing centre. */
export function isCountryAlone({ label, cloud, region }: PlaceFacts): boolean {
  return cloud === undefined && region === undefined && !label.includes(', ');
}

export function hoursOf(hours: number, device: string | undefined): string {
  return counted(hours < 100 ? atMost(hours, 3) : grouped(hours, 0), `${deviceKind(device)}-hour`);
}

function energyAnswer({ phase, name }: PhaseFacts, { totals }: Assessment): Answer | undefined {
  const total = phase === 'deployment' ? totals.deployment : totals.development;
  const energy = total?.phases?.find((one) => one.phase === phase && one.name === name)?.energy;
  return energy && { text: formatted(energy).text };
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
