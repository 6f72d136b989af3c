import type { Known } from '../runs/fields.js';
import { parseQuantity } from '../units/parse.js';

export const questionIds = ['model', 'hardware', 'time', 'place', 'year'] as const;
export type QuestionId = (typeof questionIds)[number];

/** One of the questions whose answers matter most. */
export interface Question {
  readonly id: QuestionId;
  readonly text: string;
  readonly example: string;
  /** What is wrong with an answer; `undefined` where it is valid. An empty answer leaves the question open. */
  readonly objection: (answer: string) => string | undefined;
}

/** Asks a person. The result is `undefined` where they cancel. */
export type Ask = (questions: readonly Question[]) => Promise<Answers | undefined>;

export type Answers = { readonly [Id in QuestionId]?: string | undefined };

/** The five questions, in the order in which they are asked. */
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
        return time.ok && time.value > 0 && Number.isFinite(time.value) ? undefined : 'Give a number with h, days or weeks.';
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
  ];
}
