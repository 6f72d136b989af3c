import type { Answers } from '../init/questions.js';
import type {
  CalculatedFiles,
  Calculation,
  CalculationRequest,
  DraftedManifest,
  DrawnSection,
  GivenFiles,
  NamedText,
  Suggestions,
} from './calculation.js';

/** The file of the whole report, to which the section links. */
export { reportFile } from '../outputs/ids.js';

/** What a page may ask a worker, and what is answered, by the kind of question. */
export interface Exchanges {
  readonly calculate: { readonly request: CalculationRequest; readonly answer: Calculation };
  /** The section with its charts. */
  readonly draw: { readonly request: CalculationRequest; readonly answer: DrawnSection };
  /** Files that a manifest names; the answer has the names of those that it names indeed, which are kept. */
  readonly give: { readonly request: GivenFiles; readonly answer: readonly string[] };
  /** The files of a report. */
  readonly files: { readonly request: CalculationRequest; readonly answer: CalculatedFiles };
  /** A manifest from the fields of a form. */
  readonly form: { readonly request: Answers; readonly answer: DraftedManifest };
  /** A manifest from logs. */
  readonly logs: { readonly request: readonly NamedText[]; readonly answer: DraftedManifest };
  readonly suggestions: { readonly request: null; readonly answer: Suggestions };
}

export type Kind = keyof Exchanges;

/** Of each kind only the newest question is answered: whoever types on has no use for older answers. */
export type Question = { [K in Kind]: { readonly id: number; readonly kind: K; readonly request: Exchanges[K]['request'] } }[Kind];

export type Reply =
  | { [K in Kind]: { readonly id: number; readonly kind: K; readonly answer: Exchanges[K]['answer'] } }[Kind]
  /** A bug: what is wrong with a manifest is in the calculation. */
  | { readonly id: number; readonly kind: 'failed'; readonly message: string };
