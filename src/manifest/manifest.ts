import type { EquivalentId, ImpactCategory } from '../assessment/assessment.js';
import type { Position } from '../diagnostics/diagnostic.js';
import type { HourlySeries } from './hourly/series.js';
import type { LoggedPower } from './logged.js';
import type { ManifestQuantity } from './manifest-quantity.js';
import type { ParsedBaseModel } from './schema/base-model.js';
import type { ParsedHardware, ParsedManifest, ParsedPhase, ParsedSite } from './schema.js';
import type { SharedKey } from './shared-keys.js';

/** One phase as the manifest has it, and where. */
export type Phase = ParsedPhase & {
  readonly path: string;
  /** Keys whose values are given at the top of the manifest, for every phase. */
  readonly inherited?: readonly SharedKey[] | undefined;
  /** Power over time, where its logs have it. */
  readonly record?: LoggedPower | undefined;
};

/** A model that this one was made from: a file to read it from, or its figures; and where the manifest has it. */
export type BaseModelEntry = ({ readonly file: string } | Exclude<ParsedBaseModel, string>) & { readonly path: string };

/** A manifest that was read: its shape is right and its numbers carry units. What it means is for `resolve`. */
export interface Manifest {
  readonly model: {
    readonly id?: string | undefined;
    readonly name: string;
    readonly parameters?: number | undefined;
    /** Operations of a benchmark of inference. */
    readonly inferenceFlops?: ManifestQuantity | undefined;
    readonly cite?: string | undefined;
    readonly url?: string | undefined;
    readonly version?: string | undefined;
    readonly released?: string | undefined;
    readonly supplier?: string | undefined;
  };
  readonly slug: string;
  readonly baseModels: readonly BaseModelEntry[];
  readonly sites: Readonly<Record<string, ParsedSite>>;
  readonly hardware: Readonly<Record<string, ParsedHardware>>;
  readonly phases: readonly Phase[];
  readonly systemBoundary?: ParsedManifest['system_boundary'] | undefined;
  readonly notCounted?: ParsedManifest['not_counted'] | undefined;
  readonly cite?: string | undefined;
  /** Categories beside climate and water that are asked for. */
  readonly impacts: readonly ImpactCategory[];
  readonly offsets?: ManifestQuantity | undefined;
  readonly report: NonNullable<ParsedManifest['report']>;
  readonly software?: ParsedManifest['software'] | undefined;
  readonly formats?: NonNullable<ParsedManifest['output']>['formats'] | undefined;
  /** Whether the section holds the whole report too. */
  readonly section?: NonNullable<ParsedManifest['output']>['section'] | undefined;
  /** Everyday terms in which the total is wanted. */
  readonly equivalents: readonly EquivalentId[];
  /** How `cyclonedx.json` is written. */
  readonly cyclonedx?: NonNullable<ParsedManifest['output']>['cyclonedx'] | undefined;
  /** The load of the model in use. */
  readonly use?: ParsedManifest['use'] | undefined;
  /** Alternatives that are asked for. */
  readonly whatIf?: ParsedManifest['what_if'] | undefined;
  readonly factors?: string | undefined;
  /** Severities of single audits. */
  readonly audits?: NonNullable<ParsedManifest['audits']> | undefined;
  /** Hourly intensities of the files that `grid.hourly` names, by `hourlyKey`; absent where no file was read. */
  readonly hourlySeries?: ReadonlyMap<string, HourlySeries> | undefined;
  /** Position of the value at a path. */
  readonly positionOf: (path: string) => Position | undefined;
  readonly file?: string | undefined;
  readonly text: string;
}
