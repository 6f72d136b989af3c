import type { Assessment } from '../../../assessment/assessment.js';
import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import { FileError, isThere, readExactText } from '../../../io/files.js';
import { namesIn } from '../../../io/template-files.js';
import { outputTexts } from '../../../outputs/ids.js';
import { type ReportTotals, reportTotals } from '../../../overview/rows.js';
import { messages } from '../messages.js';
import { linkedFiles, reportFolder } from './index-files.js';

const limits = { maxBytes: 50_000_000 };
/** The version of the format that this program writes. */
const schemaVersion: Assessment['schemaVersion'] = '1.0';

/** The reports in a folder, whoever wrote them. */
export interface ReportsOnDisk {
  readonly reports: readonly ReportTotals[];
  /** A warning for each assessment that can't be read, whose report is left out. */
  readonly diagnostics: readonly Diagnostic[];
}

export async function reportsIn(outDir: string): Promise<ReportsOnDisk> {
  const reports: ReportTotals[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const folder of ((await namesIn(outDir)) ?? []).filter((name) => reportFolder.test(name))) {
    const file = `${outDir}/${folder}/${outputTexts.json.files}`;
    if (!(await isThere(file))) continue;
    const assessment = assessmentIn(await textOf(file), folder);
    if (assessment === undefined) {
      diagnostics.push({ ...messages.notInIndex(), file });
      continue;
    }
    const there = await Promise.all(linkedFiles.map((name) => isThere(`${outDir}/${folder}/${name}`)));
    reports.push(reportTotals({ folder, files: linkedFiles.filter((_, n) => there[n] === true), assessment }));
  }
  return { reports, diagnostics };
}

/** The text of a file; nothing where it can't be read. */
export async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readExactText(file, limits);
  } catch (error) {
    if (error instanceof FileError) return undefined;
    throw error;
  }
}

/** The assessment of a report that this version could have written into a folder of this name; nothing of any other text. */
export function assessmentIn(text: string | undefined, folder: string): Assessment | undefined {
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isAssessment(value) && value.model.slug === folder ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Whether all that the index reads of an assessment is there. */
function isAssessment(value: unknown): value is Assessment {
  if (!isObject(value) || value['schemaVersion'] !== schemaVersion) return false;
  const { model, totals, phases, lines, states, omissions, method } = value;
  return (
    hasTexts(model, ['name', 'slug']) &&
    isObject(totals) &&
    isObject(method) &&
    isListOf(omissions, (omission) => hasTexts(omission, ['id', 'what'])) &&
    [totals['development'], totals['deployment']].every((total) => total === undefined || isTotal(total)) &&
    isListOf(phases, (phase) => hasTexts(phase, ['phase', 'title']) && hasName(phase)) &&
    isListOf(lines, (line) => hasTexts(line, ['id', 'phase', 'component']) && hasName(line) && isListOf(line['inputs'], hasInputName)) &&
    isListOf(states, (state) => hasTexts(state, ['phase', 'component', 'state']) && hasName(state) && isTextOrAbsent(state['reason']))
  );
}

function isTotal(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { emissions, energy } = value;
  return isQuantity(emissions, 'kgCO2e') && (energy === undefined || isQuantity(energy, 'kWh'));
}

function isQuantity(value: unknown, unit: string): boolean {
  if (!isObject(value) || value['unit'] !== unit || !Number.isFinite(value['value'])) return false;
  const { low, high } = value;
  return (low === undefined && high === undefined) || (Number.isFinite(low) && Number.isFinite(high));
}

type Fields = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isListOf(value: unknown, isPart: (part: Fields) => boolean): boolean {
  return Array.isArray(value) && value.every((part) => isObject(part) && isPart(part));
}

function hasTexts(value: unknown, keys: readonly string[]): value is Fields {
  return isObject(value) && keys.every((key) => typeof value[key] === 'string');
}

function hasName(value: Fields): boolean {
  return isTextOrAbsent(value['name']);
}

function hasInputName(value: Fields): boolean {
  return hasTexts(value, ['name']);
}

function isTextOrAbsent(value: unknown): boolean {
  return value === undefined || typeof value === 'string';
}
