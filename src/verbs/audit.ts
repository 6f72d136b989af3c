import { runAudits } from '../audits/run-audits.js';
import type { Settings } from '../audits/settings.js';
import { type Diagnostic, InputError } from '../diagnostics/diagnostic.js';
import { FileError, readTextFile } from '../io/files.js';
import type { DateOptions } from './shared/assess.js';
import { type AuditSubject, subjectOf } from './shared/audit-subjects.js';
import { createFaults } from './shared/faults.js';
import { faultOf } from './shared/file-faults.js';
import { resolveText } from './shared/read-manifests.js';

export type { Audit } from '../audits/audit.js';
export { type AuditId, auditIds, auditPage } from '../audits/ids.js';
export { audits } from '../audits/index.js';

/** A card or an assessment is no larger than this; a log or weights are. */
const maxBytes = 20_000_000;

export interface AuditedFile {
  readonly file: string;
  readonly kind: AuditSubject['kind'];
  /** From top to bottom. */
  readonly findings: readonly Diagnostic[];
}

export interface AuditOptions extends DateOptions {
  /** A manifest whose `audits` hold for all the files. */
  readonly settingsFrom?: string | undefined;
}

/**
 * Questions what cards, manifests and assessments claim.
 *
 * @throws {InputError} With every fault of every file that can't be read as what it is.
 */
export async function auditFiles(files: readonly string[], options: AuditOptions = {}): Promise<readonly AuditedFile[]> {
  const faults = createFaults();
  const shared = await faults.attempt(() => settingsOf(options.settingsFrom));
  const subjects: AuditSubject[] = [];
  for (const file of new Set(files)) {
    const subject = await faults.attempt(async () => subjectOf(await textOf(file), file, options));
    if (subject !== undefined) subjects.push(subject);
  }
  faults.throwIfAny();
  const claims = subjects.map((subject) => subject.claims);
  return subjects.map(({ file, kind, claims: own, settings }) => ({
    file,
    kind,
    findings: runAudits(own, claims, { ...shared, ...settings }),
  }));
}

async function textOf(file: string): Promise<string> {
  try {
    return await readTextFile(file, { maxBytes });
  } catch (error) {
    if (error instanceof FileError) throw new InputError([faultOf(file, error.problem, 'file')]);
    throw error;
  }
}

async function settingsOf(file: string | undefined): Promise<Settings> {
  if (file === undefined) return {};
  return (await resolveText(await textOf(file), file)).manifest.audits ?? {};
}
