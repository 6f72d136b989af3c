import type { Assessment, Total } from '../assessment/assessment.js';
import type { Quantity } from '../units/quantity.js';
import { type Covered, coveredBy, type Side } from './coverage.js';

/** A report on disk. */
export interface ReportOnDisk {
  /** Its folder in that of the reports. */
  readonly folder: string;
  readonly assessment: Assessment;
  /** The files that a page may link to, by their path in the folder. */
  readonly files: readonly string[];
}

/** One total of a model. */
export interface OverviewRow {
  readonly folder: string;
  readonly name: string;
  readonly emissions: Quantity<'kgCO2e'>;
  readonly energy?: Quantity<'kWh'> | undefined;
  readonly covered: Covered;
  readonly files: readonly string[];
}

/** Totals of one kind, the largest first. */
export interface OverviewTable {
  readonly side: Side;
  readonly rows: readonly OverviewRow[];
  /** What the totals cover, in the order of the rows; a letter for each. */
  readonly coverages: readonly Covered[];
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
    return rows.length === 0 ? [] : [{ side, rows, coverages: distinct(rows.map(({ covered }) => covered)) }];
  });
  const without = sorted.filter(({ rows }) => rows.development === undefined && rows.deployment === undefined);
  return { tables, without: without.map(({ folder }) => folder), count: reports.length };
}

function rowOf({ folder, assessment, files }: ReportOnDisk, side: Side): OverviewRow | undefined {
  const total: Total | undefined = assessment.totals[side];
  if (total === undefined) return undefined;
  const { emissions, energy } = total;
  return { folder, name: assessment.model.name, emissions, energy, covered: coveredBy(assessment, side), files };
}

function distinct(coverages: readonly Covered[]): readonly Covered[] {
  return [...new Map(coverages.map((one) => [keyOf(one), one])).values()];
}

function keyOf(covered: Covered): string {
  return JSON.stringify(covered);
}

/** What all totals of a table leave out. */
export function leftOutOfAll({ coverages }: Pick<OverviewTable, 'coverages'>): readonly string[] {
  return (coverages[0]?.leftOut ?? []).filter((part) => coverages.every(({ leftOut }) => leftOut.includes(part)));
}

/** `A`, `B`, … `Z`, `AA`: what a total covers, where a column has no room for it. */
export function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}

/** The letter of a row's coverage. */
export function coverageLetter({ coverages }: OverviewTable, { covered }: OverviewRow): string {
  return letterOf(coverages.findIndex((one) => keyOf(one) === keyOf(covered)));
}
