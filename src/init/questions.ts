import { measurementBoundaries, type PhaseKind, phaseKinds } from '../assessment/ids.js';
import type { Known } from '../runs/fields.js';
import { durationText } from '../units/format.js';
import { parseQuantity } from '../units/parse.js';

/** No run takes longer: five years. */
const maxHours = 5 * 8760;

export const questionIds = ['model', 'hardware', 'time', 'place', 'year', 'boundary', 'pue', 'includes', 'machine'] as const;
/** What was done in the phases, by their place in the draft: `phase-0`. */
export type PhaseQuestionId = `phase-${number}`;
export type QuestionId = (typeof questionIds)[number] | PhaseQuestionId;

/** One of a few answers. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** One of the questions whose answers matter most. */
export interface Question {
  readonly id: QuestionId;
  readonly text: string;
  /** An answer; of choices, the one that is most likely right. */
  readonly example: string;
  /** The answers, where there are few. */
  readonly choices?: readonly Choice[] | undefined;
  /** What is wrong with an answer; `undefined` where it is valid. An empty answer leaves the question open. */
  readonly objection: (answer: string) => string | undefined;
}

/** Asks a person. The result is `undefined` where they cancel. */
export type Ask = (questions: readonly Question[]) => Promise<Answers | undefined>;

export type Answers = { readonly [Id in QuestionId]?: string | undefined };

/** The questions about all phases, in the order in which they are asked. */
export function questions(known: Known): readonly Question[] {
  return [
    { id: 'model', text: 'Which model is it: its name, or its id on the Hub?', example: 'org/model', objection: () => undefined },
    {
      id: 'hardware',
      text: 'Which devices, and how many?',
      example: '8 x A100 80GB',
      objection: (answer) => (known.device(answer) ? undefined : `Unknown device. \`carboncard factors ${answer}\` lists similar ones.`),
    },
    {
      id: 'time',
      text: 'How long, in wall-clock time?',
      example: '3 weeks',
      objection: (answer) => {
        const time = parseQuantity(answer, 'time', false);
        if (!time.ok || !(time.value > 0) || !Number.isFinite(time.value)) return 'Give a number with h, days or weeks.';
        return time.value <= maxHours ? undefined : `Give at most 5 years by the clock; ${answer} is ${durationText(time.value)}.`;
      },
    },
    {
      id: 'place',
      text: 'Where: a country, a state, a cloud region?',
      example: 'aws us-west-2',
      objection: (answer) => (known.place(answer) ? undefined : `Unknown place. \`carboncard factors ${answer}\` lists similar ones.`),
    },
    {
      id: 'year',
      text: 'In which year?',
      example: '2023',
      objection: (answer) => (/^(?:199|20\d)\d$/.test(answer) ? undefined : 'Give four digits, such as 2023.'),
    },
    {
      id: 'boundary',
      text: 'Where was the energy measured?',
      example: 'node',
      choices: measurementBoundaries.map((value) => ({ value, label: boundaryLabels[value] })),
      objection: oneOf(measurementBoundaries),
    },
    {
      id: 'pue',
      text: 'What is the PUE of the data centre, if you know it (1 at home)?',
      example: '1.2',
      objection: (answer) => (/^[1-9](?:\.\d+)?$/.test(answer) ? undefined : 'Give a number of 1 or more, such as 1.2.'),
    },
    ...aboutRuns,
  ];
}

/** What no log says of its runs. */
const aboutRuns: readonly Question[] = [
  {
    id: 'includes',
    text: 'Do the hours and the energy include failed or restarted runs?',
    example: 'none',
    choices: [
      { value: 'restarts', label: 'yes, they include them' },
      { value: 'none', label: 'no: the final runs alone, or there were none' },
    ],
    objection: oneOf(['restarts', 'none']),
  },
  {
    id: 'machine',
    text: 'Runs of these logs overlap in time. Did they run on one machine?',
    example: 'one',
    choices: [
      { value: 'one', label: 'on one machine: it is counted once' },
      { value: 'several', label: 'on several machines: the runs are added' },
    ],
    objection: oneOf(['one', 'several']),
  },
];

const boundaryLabels: Readonly<Record<(typeof measurementBoundaries)[number], string>> = {
  accelerator: 'the accelerators alone (GPUs, TPUs)',
  components: 'accelerators, processors and memory',
  node: 'whole machines, at the plug',
  facility: 'the data centre, with cooling',
};

/** A phase whose kind is guessed. */
export interface GuessedPhase {
  readonly id: PhaseQuestionId;
  /** As the manifest or the log names it. */
  readonly name: string;
  readonly runs: number;
  readonly guess: PhaseKind;
}

export function phaseQuestion({ id, name, runs, guess }: GuessedPhase): Question {
  return {
    id,
    text: `What was done in ${name} (${runs === 1 ? 'one run' : `${runs} runs`})?`,
    example: guess,
    choices: phaseKinds.map((value) => ({ value, label: value })),
    objection: oneOf(phaseKinds),
  };
}

function oneOf(choices: readonly string[]): Question['objection'] {
  return (answer) => (choices.includes(answer) ? undefined : `Give one of ${choices.join(', ')}.`);
}
