import type { Answers } from '../init/questions.js';
import type {
  CalculatedFiles,
  Calculation,
  CalculationRequest,
  DraftedManifest,
  DrawnSection,
  Dropped,
  GivenFiles,
  NamedText,
  Suggestions,
} from './calculation.js';

/** The file of the whole report, to which the section links. */
export { reportFile } from '../outputs/ids.js';
export { lastPart } from './paths.js';

/** What a page may ask a worker, and what is answered, by the kind of question. */
export interface Exchanges {
  readonly calculate: { readonly request: CalculationRequest; readonly answer: Calculation };
  /** The section with its charts. */
  readonly draw: { readonly request: CalculationRequest; readonly answer: DrawnSection };
  /** Files that a manifest names; the answer has the names of those that it names indeed, which are kept. */
  readonly give: { readonly request: GivenFiles; readonly answer: readonly string[] };
  /** Another manifest than the one before, with the files that it names. */
  readonly open: { readonly request: GivenFiles; readonly answer: readonly string[] };
  /** Files that somebody dropped beside the manifest. */
  readonly drop: { readonly request: GivenFiles; readonly answer: Dropped };
  /** The files of a report. */
  readonly files: { readonly request: CalculationRequest; readonly answer: CalculatedFiles };
  /** A manifest from the fields of a form. */
  readonly form: { readonly request: Answers; readonly answer: DraftedManifest };
  /** A manifest from logs. */
  readonly logs: { readonly request: readonly NamedText[]; readonly answer: DraftedManifest };
  readonly suggestions: { readonly request: null; readonly answer: Suggestions };
}

export type Kind = keyof Exchanges;

/** Kinds whose questions change what is kept: every one is answered, in the order in which they came. */
const queued: ReadonlySet<Kind> = new Set<Kind>(['give', 'open', 'drop']);

/**
 * Whether only the newest question of a kind is answered: whoever types on has no use for older answers.
 */
export const isNewestOnly = (kind: Kind): boolean => !queued.has(kind);

export type Question = { [K in Kind]: { readonly id: number; readonly kind: K; readonly request: Exchanges[K]['request'] } }[Kind];

export type Reply =
  | { [K in Kind]: { readonly id: number; readonly kind: K; readonly answer: Exchanges[K]['answer'] } }[Kind]
  /** A bug: what is wrong with a manifest is in the calculation. */
  | { readonly id: number; readonly kind: 'failed'; readonly message: string };
