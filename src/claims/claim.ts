import type { Position } from '../diagnostics/diagnostic.js';
import type { PowerBoundary } from '../factors/hardware/index.js';
import type { AveragePower } from '../plausibility/average-power.js';
import type { PowerLimit } from '../plausibility/power-limit.js';
import type { Place } from '../search/places.js';
import type { HubClaims } from './hub-claims.js';

/** What a value is of, with the unit that its value has here: g, kWh, W, h, h, 1, g/kWh, 1. */
export const measures = ['emissions', 'energy', 'power', 'accelerator-hours', 'hours', 'pue', 'intensity', 'accelerators'] as const;
export type Measure = (typeof measures)[number];

/** What the text around a value says of it. */
export type Qualifier =
  /** Per hour, per request: no emission of the whole. */
  | 'rate'
  /** Per accelerator-hour. */
  | 'hourly'
  | 'market'
  | 'location'
  | 'offset'
  /** Of something else: a flight, a household, another model. */
  | 'comparison'
  | 'embodied'
  /** One end of an interval. */
  | 'range'
  | 'total'
  /** A duration on the clock, said as such. */
  | 'wall'
  /** Hours of computation, all devices and runs together, as the ML CO2 calculator asks for them. */
  | 'cumulative'
  /** In a sentence of what holds otherwise, or what could be: `if …`, `by default`, `would`, `for example`. */
  | 'conditional'
  /** Power of a node, a cluster, a facility. */
  | 'cluster'
  /** Power of one device, said as such. */
  | 'device'
  | 'average'
  | 'cpu'
  | 'gpu'
  | 'metadata';

/** One number of a text, with its unit and where it is. */
export interface ClaimedValue {
  readonly measure: Measure;
  readonly value: number;
  /** What it may have been rounded from. */
  readonly low: number;
  readonly high: number;
  /** As printed: `12.9 tCO2eq`. */
  readonly text: string;
  /** The number alone: `0.000`. */
  readonly number: string;
  /** The unit as printed; empty where a label or nothing gives it. */
  readonly unit: string;
  readonly at: Position;
  /** The parts of the text that hold it, the smallest first: sentence, block, list, sections, document. */
  readonly scopes: readonly number[];
  /** The innermost section of a card's text that holds it, by its scope; absent in metadata and in an assessment. */
  readonly section?: number | undefined;
  /** Sentence or cell, with its label. */
  readonly context: string;
  readonly is: ReadonlySet<Qualifier>;
}

/** A device that a text names. */
export interface DeviceClaim {
  readonly name: string;
  /** Watts, of the weakest and of the strongest variant that the name can mean. */
  readonly low: number;
  readonly high: number;
  readonly title: string;
  readonly limit: PowerLimit;
  /** What the power covers: the accelerator alone, or a module with its processor and memory. */
  readonly boundary: PowerBoundary;
  /** The power is a limit; false where it is an average that was measured in use. */
  readonly isRated: boolean;
  readonly at: Position;
  readonly scopes: readonly number[];
}

export interface PlaceClaim {
  readonly text: string;
  readonly place: Place;
  readonly at: Position;
  readonly scopes: readonly number[];
}

/** The average power of an accelerator in a phase, as an assessment or a manifest records it. */
export interface WorkClaim {
  readonly average: AveragePower;
  readonly at: Position;
}

/** A sentence, a line or a cell. */
export interface Passage {
  readonly text: string;
  readonly at: Position;
  readonly scopes: readonly number[];
  /** Headings above it, the outermost first. */
  readonly headings: readonly string[];
  /** A label says what it is of. */
  readonly isLabelled?: boolean | undefined;
}

/** What a label says of the text behind it. */
export interface LabelWords {
  readonly text: string;
  readonly measure?: Measure | undefined;
  readonly unit?: { readonly measure: Measure } | undefined;
  readonly isPlace: boolean;
  readonly isCloud: boolean;
  readonly isDevice: boolean;
}

/** What is written behind a label, in a card's text or in its metadata: `**Hours used:** 80`. */
export interface LabelledText {
  readonly label: LabelWords;
  readonly text: string;
  readonly at: Position;
  readonly headings: readonly string[];
  /** What was read in it, in its order. */
  readonly values: readonly ClaimedValue[];
  /** Names of devices in it. */
  readonly devices: readonly { readonly text: string }[];
  /** Of `co2_eq_emissions`. */
  readonly isMetadata: boolean;
}

/** A total and what it says to be the sum of. */
export interface Sum {
  readonly what: string;
  readonly total: ClaimedValue;
  readonly parts: readonly ClaimedValue[];
  /** All parts are listed, so that the total must be their sum. */
  readonly isWhole: boolean;
}

/** `co2_eq_emissions` of a card's front matter. */
export interface Metadata {
  readonly at: Position;
  readonly shape: 'number' | 'text' | 'list' | 'mapping-without-emissions' | 'nothing';
  /** The value as the file has it: `1.2e7`, `149200 g`. */
  readonly raw: string;
  /** What it means as YAML, where that is a number. */
  readonly value?: number | undefined;
  /** What the Hub's reader takes from it. */
  readonly hubReads?: number | undefined;
  readonly source?: string | undefined;
  readonly trainingType?: string | undefined;
}

/** A key of the metadata that means one that the Hub reads, but is spelt otherwise. */
export interface UnreadKey {
  readonly key: string;
  /** The key that the Hub reads. */
  readonly expected: string;
  readonly at: Position;
}

/** What some readers do not find or read in front matter that the Hub reads. */
export interface ReaderRemark {
  readonly message: string;
  readonly expected: string;
  readonly at: Position;
}

/** The year of a grid intensity beside that of the run. */
export interface YearPair {
  readonly grid: number;
  readonly run: number;
  readonly at: Position;
}

/** Offsets of an assessment, with the total that they may have been subtracted from and the sum of its lines; in g. */
export interface OffsetClaim {
  readonly offset: number;
  readonly total: ClaimedValue;
  readonly lines: number;
}

/** Where a section that carboncard wrote states its total. */
export type TotalPlace = 'sentence' | 'table' | 'bullet';

/** One statement of the section's total. */
export interface StatedTotal {
  readonly place: TotalPlace;
  readonly claim: ClaimedValue;
}

/** Lines of the section that carboncard wrote, its markers included. */
export interface SectionLines {
  readonly from: number;
  readonly to: number;
}

/** The section that carboncard wrote into a card. */
export interface OwnSection extends SectionLines {
  /** Each place that states the total, in the order of the text. */
  readonly totals: readonly StatedTotal[];
  /** The total that most of these places have; absent where the section states none. */
  readonly total?: ClaimedValue | undefined;
  /** The total is of the use of the model, since its development is not recorded. */
  readonly isOfUse: boolean;
}

/** What a manifest records of the work that its card states. */
export interface Recorded {
  /** The model, by its name in the manifest and in the section. */
  readonly model: string;
  readonly acceleratorHours: number;
  /** How many accelerators for how many hours, in words; absent where several phases add up. */
  readonly product?: string | undefined;
}

/** Everything that a file claims, whatever kind of file it is. */
export interface Subject {
  readonly kind: 'card' | 'assessment';
  /** The model, by the name that the file gives it. */
  readonly name?: string | undefined;
  readonly file?: string | undefined;
  readonly values: readonly ClaimedValue[];
  readonly devices: readonly DeviceClaim[];
  readonly places: readonly PlaceClaim[];
  readonly passages: readonly Passage[];
  /** Of a card. */
  readonly answers: readonly LabelledText[];
  readonly sums: readonly Sum[];
  /** Of an assessment's phases; none in a card, whose text says less. */
  readonly works: readonly WorkClaim[];
  readonly years: readonly YearPair[];
  readonly metadata?: Metadata | undefined;
  /** Front matter that claims emissions, and that the Hub can't read. */
  readonly unreadable?: { readonly message: string; readonly at: Position } | undefined;
  /** Of front matter that claims emissions. */
  readonly readerRemarks?: readonly ReaderRemark[] | undefined;
  readonly unreadKeys?: readonly UnreadKey[] | undefined;
  /** Of a card's metadata; absent where it has none, or none that can be read. */
  readonly hub?: HubClaims | undefined;
  readonly offsets?: OffsetClaim | undefined;
  /** The section that carboncard wrote into a card. */
  readonly section?: OwnSection | undefined;
  /** What the manifest of a card's section records. */
  readonly record?: Recorded | undefined;
}
