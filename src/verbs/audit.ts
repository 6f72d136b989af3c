import { runAudits } from '../audits/run-audits.js';
import type { Settings } from '../audits/settings.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { readTextFile } from '../io/files.js';
import type { DateOptions } from './shared/assess.js';
import { type AuditSubject, subjectOf } from './shared/audit-subjects.js';
import { createFaults } from './shared/faults.js';
import { readNamed } from './shared/file-faults.js';

export { type Audit, severitiesOf } from '../audits/audit.js';
export { type AuditId, auditIds, auditPage } from '../audits/ids.js';
export { audits } from '../audits/index.js';

/**
 * Questions what cards, manifests and assessments claim: read → claims (of a manifest: parse → resolve → assess → claims) →
 * audits.
 *
 * @throws {InputError} With every fault of every file that can't be read as what it is.
 */
export async function auditFiles(files: readonly string[], options: AuditOptions = {}): Promise<readonly AuditedFile[]> {
  const { subjects, shared } = await readSubjects(files, options);
  const claims = subjects.flatMap((subject) => subject.claims ?? []);
  return subjects.map(({ file, kind, claims: own, impossible = [], remarks = [], settings }) => ({
    file,
    kind,
    findings: own === undefined ? impossible : [...remarks, ...runAudits(own, claims, { ...shared, ...settings })],
  }));
}

export interface AuditOptions extends DateOptions {
  /** A manifest whose `audits` hold for all the files. */
  readonly settingsFrom?: string | undefined;
}

export interface AuditedFile {
  readonly file: string;
  readonly kind: AuditSubject['kind'];
  /** From top to bottom. */
  readonly findings: readonly Diagnostic[];
}

interface Subjects {
  readonly subjects: readonly AuditSubject[];
  /** Severities that hold for all files; those of a file itself come before them. */
  readonly shared: Settings | undefined;
}

/** Each file once, with its claims. */
async function readSubjects(files: readonly string[], options: AuditOptions): Promise<Subjects> {
  const faults = createFaults();
  const shared = await faults.attempt(() => settingsOf(options.settingsFrom));
  const subjects: AuditSubject[] = [];
  for (const file of new Set(files)) {
    const subject = await faults.attempt(async () => subjectOf(await textOf(file), file, options));
    if (subject !== undefined) subjects.push(subject);
  }
  faults.throwIfAny();
  return { subjects, shared };
}

/** A card or an assessment is no larger than this; a log or weights are. */
const maxBytes = 20_000_000;

function textOf(file: string): Promise<string> {
  return readNamed(file, 'file', () => readTextFile(file, { maxBytes }));
}

async function settingsOf(file: string | undefined): Promise<Settings> {
  if (file === undefined) return {};
  const { resolveText } = await import('./shared/read-manifests.js');
  return (await resolveText(await textOf(file), file)).manifest.audits ?? {};
}
