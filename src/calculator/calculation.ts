import type { Severity } from '../diagnostics/diagnostic.js';
import type { OutputId } from '../outputs/ids.js';

/** A manifest that is to be calculated. */
export interface CalculationRequest {
  /** The text of the manifest. */
  readonly text: string;
  /** Formats that are written, since a section links to its own files alone; what a page can write where absent. */
  readonly formats?: readonly OutputId[] | undefined;
}

/** A diagnostic, and how a terminal prints it. */
export interface Finding {
  readonly severity: Severity;
  readonly message: string;
  /** Of the manifest, from 1; columns in UTF-16 units. */
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  /** Place, message, the line with a caret below it, and what is expected. */
  readonly text: string;
}

/** What a page shows of a manifest. */
export interface Calculation {
  /** From top to bottom of the manifest. */
  readonly findings: readonly Finding[];
  /** Absent where the manifest has an error. */
  readonly result?: Result | undefined;
}

export interface Result {
  readonly name: string;
  /** A word for names of files. */
  readonly slug: string;
  /** The section of the model card, in Markdown. */
  readonly section: string;
  /** The same section as HTML, with an empty figure in the place of each chart: drawing them takes most of the time. */
  readonly html: string;
  /** The assessment as `assessment.json`. */
  readonly json: string;
  /** Formulas, inputs and sources of the totals, as `carboncard explain` prints them. */
  readonly explanation: string;
  readonly charts: readonly { readonly id: string; readonly title: string }[];
  /** Whether the section is that of the manifest and of files that it names. */
  readonly namesFiles: boolean;
}

/** Files by their paths in the folder of a report, with `/`. */
export type CalculatedFiles = Readonly<Record<string, string>>;

/** A section as HTML with its charts inside; nothing where the manifest has an error. */
export interface DrawnSection {
  readonly html?: string | undefined;
}

/** A file that somebody dropped: it is read on their machine alone. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** Files that somebody dropped beside a manifest. */
export interface GivenFiles {
  /** The text of the manifest. */
  readonly text: string;
  readonly files: readonly NamedText[];
}

/** A manifest that a person goes on with. */
export interface DraftedManifest {
  /** Absent where nothing could be read. */
  readonly text?: string | undefined;
  /** Lines of the text that ask for a value. */
  readonly openQuestions?: number | undefined;
  readonly logs?: readonly { readonly file: string; readonly tracker: string; readonly runs: number }[] | undefined;
  readonly findings: readonly Finding[];
}

/** What files were for that somebody dropped on a page. */
export type Dropped =
  /** Files that the manifest names: they are kept. */
  | { readonly kind: 'named'; readonly names: readonly string[] }
  /** Another manifest, and the names of files that it does not name. */
  | { readonly kind: 'manifest'; readonly text: string; readonly unnamed: readonly string[] }
  /** Logs, which became another manifest. */
  | { readonly kind: 'logs'; readonly draft: DraftedManifest }
  /** Nothing was kept and nothing replaced: why, in a sentence. */
  | { readonly kind: 'refused'; readonly why: string };

/** Words that a form suggests, from the factor tables. */
export interface Suggestions {
  readonly hardware: readonly string[];
  readonly places: readonly string[];
}
