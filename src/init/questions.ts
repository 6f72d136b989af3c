import type { Known } from '../runs/fields.js';
import { parseQuantity } from '../units/parse.js';

export const questionIds = ['model', 'hardware', 'time', 'place', 'year'] as const;
export type QuestionId = (typeof questionIds)[number];

/** A question of the few whose answers matter most. */
export interface Question {
  readonly id: QuestionId;
  readonly text: string;
  readonly example: string;
  /** What is wrong with an answer; nothing where it will do. An empty one leaves the question open. */
  readonly objection: (answer: string) => string | undefined;
}

/** Puts questions to a person; nothing comes back where they turn away. */
export type Ask = (questions: readonly Question[]) => Promise<Answers | undefined>;

export type Answers = { readonly [Id in QuestionId]?: string | undefined };

/** The five questions. */
export function questions(known: Known): readonly Question[] {
  return [
    { id: 'model', text: 'Which model is it: its name, or its id on the Hub?', example: 'org/model', objection: () => undefined },
    {
      id: 'hardware',
      text: 'On which devices, and how many?',
      example: '8 x A100 80GB',
      objection: (answer) =>
        known.device(answer) ? undefined : `Our tables don't know it; \`carboncard factors ${answer}\` shows what is near.`,
    },
    {
      id: 'time',
      text: 'How long, on the clock?',
      example: '3 weeks',
      objection: (answer) => {
        const time = parseQuantity(answer, 'time', false);
        return time.ok && time.value > 0 && Number.isFinite(time.value) ? undefined : 'A number with h, days, weeks or months.';
      },
    },
    {
      id: 'place',
      text: 'Where: a country, a state, a cloud region?',
      example: 'aws us-west-2',
      objection: (answer) =>
        known.place(answer) ? undefined : `Our tables don't know it; \`carboncard factors ${answer}\` shows what is near.`,
    },
    {
      id: 'year',
      text: 'In which year?',
      example: '2023',
      objection: (answer) => (/^(?:199|20\d)\d$/.test(answer) ? undefined : 'Four digits, as 2023.'),
    },
  ];
}
