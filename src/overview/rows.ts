import type { Assessment, ComponentId, Total } from '../assessment/assessment.js';
import { coverageOf, isUnmeasured, phasesOf } from '../assessment/coverage.js';
import { publishedPhases } from '../assessment/published.js';
import { listed } from '../units/listed.js';
import type { Quantity } from '../units/quantity.js';

/** A report on disk. */
export interface ReportOnDisk {
  /** Its folder in that of the reports. */
  readonly folder: string;
  readonly assessment: Assessment;
  /** The files that a page may link to, by their path in the folder. */
  readonly files: readonly string[];
}

export type Side = 'development' | 'deployment';

/** One total of a model. */
export interface OverviewRow {
  readonly folder: string;
  readonly name: string;
  readonly emissions: Quantity<'kgCO2e'>;
  readonly energy?: Quantity<'kWh'> | undefined;
  /** What the total covers; totals with other words are not comparable. */
  readonly covers: string;
  readonly files: readonly string[];
}

/** Totals of one kind, the largest first. */
export interface OverviewTable {
  readonly side: Side;
  readonly rows: readonly OverviewRow[];
  /** What the totals cover, in the order of the rows; a letter for each. */
  readonly coverages: readonly string[];
}

/** What a page of many reports shows. */
export interface Overview {
  readonly tables: readonly OverviewTable[];
  /** Folders of reports without a total. */
  readonly without: readonly string[];
  readonly count: number;
}

/** The totals of one report: what is kept of it. */
export interface ReportTotals {
  readonly folder: string;
  readonly rows: Readonly<Partial<Record<Side, OverviewRow>>>;
}

export function reportTotals(report: ReportOnDisk): ReportTotals {
  const [development, deployment] = [rowOf(report, 'development'), rowOf(report, 'deployment')];
  return {
    folder: report.folder,
    rows: { ...(development === undefined ? {} : { development }), ...(deployment === undefined ? {} : { deployment }) },
  };
}

/** The totals of reports, by kind, sorted by size and then by folder, so that any order of reading gives the same. */
export function overviewOf(reports: readonly ReportTotals[]): Overview {
  const sorted = [...reports].sort((a, b) => (a.folder < b.folder ? -1 : 1));
  const tables = (['development', 'deployment'] as const).flatMap((side): OverviewTable[] => {
    const rows = sorted
      .flatMap((report) => report.rows[side] ?? [])
      .sort((a, b) => b.emissions.value - a.emissions.value || (a.folder < b.folder ? -1 : 1));
    return rows.length === 0 ? [] : [{ side, rows, coverages: [...new Set(rows.map(({ covers }) => covers))] }];
  });
  const without = sorted.filter(({ rows }) => rows.development === undefined && rows.deployment === undefined);
  return { tables, without: without.map(({ folder }) => folder), count: reports.length };
}

function rowOf({ folder, assessment, files }: ReportOnDisk, side: Side): OverviewRow | undefined {
  const total: Total | undefined = assessment.totals[side];
  if (total === undefined) return undefined;
  const { emissions, energy } = total;
  return { folder, name: assessment.model.name, emissions, energy, covers: coversText(assessment, side), files };
}

/** `embodied, dynamic and idle; overhead in some phases; as published in some` */
function coversText(assessment: Assessment, side: Side): string {
  const phases = phasesOf(assessment, side);
  const coverage = coverageOf(assessment, phases);
  const named = (isAll: boolean): readonly ComponentId[] =>
    coverage.flatMap(({ component, phases: own }) => ((own.length === phases.length) === isAll ? [component] : []));
  const [all, some] = [named(true), named(false)];
  const published = publishedPhases(assessment, phases).length;
  const isPartial = assessment.states.some(
    (state) => (state.phase === 'deployment') === (side === 'deployment') && isUnmeasured(assessment, state),
  );
  const parts = [
    ...(all.length === 0 ? [] : [listed(all)]),
    ...(some.length === 0 ? [] : [`${listed(some)} in some phases`]),
    ...(published === 0 ? [] : [published === phases.length ? 'as published' : 'some phases as published']),
    ...(isPartial ? ['without computing, which was not measured'] : []),
  ];
  return parts.length === 0 ? 'nothing' : parts.join('; ');
}

/** `A`, `B`, … `Z`, `AA`: what a total covers, where a column has no room for it. */
export function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}

/** The letter of a row's coverage. */
export function coverageLetter({ coverages }: OverviewTable, { covers }: OverviewRow): string {
  return letterOf(coverages.indexOf(covers));
}
