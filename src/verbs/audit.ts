import { runAudits } from '../audits/run-audits.js';
import type { Settings } from '../audits/settings.js';
import type { Recorded, Subject } from '../claims/claim.js';
import { type Diagnostic, InputError } from '../diagnostics/diagnostic.js';
import { filesOfPatterns, readExactText, readTextFile } from '../io/files.js';
import type { ResolvedManifest } from '../resolve/resolve.js';
import type { DateOptions } from './shared/assess.js';
import { type AuditSubject, subjectOf } from './shared/audited/audit-subjects.js';
import { type HubReading, hubReading } from './shared/audited/hub-reading.js';
import { claimsEmissions, readingText } from './shared/audited/unread-formats.js';
import { createFaults } from './shared/faults.js';
import { readNamed } from './shared/file-faults.js';
import { messages } from './shared/messages.js';

export { type Audit, severitiesOf } from '../audits/audit.js';
export { type AuditId, auditIds, auditPage } from '../audits/ids.js';
export { audits } from '../audits/index.js';
export type { HubReading } from './shared/audited/hub-reading.js';

/**
 * Questions what cards, manifests and assessments claim: read → claims (of a manifest: parse → resolve → assess → claims) →
 * audits.
 *
 * @param files Paths, and patterns such as `models/**\/carboncard.yaml`.
 * @throws {InputError} With every fault of every file that can't be read as what it is, or with the patterns that no file matches.
 */
export async function auditFiles(files: readonly string[], options: AuditOptions = {}): Promise<readonly AuditedFile[]> {
  const { subjects, shared } = await readSubjects(files, options);
  const claims = subjects.flatMap((subject) => subject.claims ?? []);
  return subjects.map(({ file, kind, claims: own, impossible = [], remarks = [], settings }) => ({
    file,
    kind,
    hub: hubReading(own),
    findings: own === undefined ? impossible : orUnclaimed(own, file, [...remarks, ...runAudits(own, claims, { ...shared, ...settings })]),
  }));
}

/** What was found. To find nothing in a file that claims no emissions says nothing, so that this is what was found. */
function orUnclaimed(own: Subject, file: string, findings: readonly Diagnostic[]): readonly Diagnostic[] {
  return findings.length > 0 || claimsEmissions(own) ? findings : [{ ...messages.noClaim(file), file }];
}

export interface AuditOptions extends DateOptions {
  /** A manifest whose `audits` hold for all the files, and which the section of its card is compared with. */
  readonly manifest?: string | undefined;
}

export interface AuditedFile {
  readonly file: string;
  readonly kind: AuditSubject['kind'];
  /** What the Hub reads of a card; absent for other files, and for a card without metadata that it reads. */
  readonly hub?: HubReading | undefined;
  /** From top to bottom. */
  readonly findings: readonly Diagnostic[];
}

interface Subjects {
  readonly subjects: readonly AuditSubject[];
  /** Severities that hold for all files; those of a file itself come before them. */
  readonly shared: Settings | undefined;
}

/** Each file once, with its claims. */
async function readSubjects(patterns: readonly string[], options: AuditOptions): Promise<Subjects> {
  const { files, unmatched } = await filesOfPatterns(patterns);
  if (unmatched.length > 0) throw new InputError(unmatched.map((pattern) => messages.noManifestFound(pattern)));
  const faults = createFaults();
  const manifest = await faults.attempt(() => manifestOf(options.manifest));
  const subjects: AuditSubject[] = [];
  for (const file of new Set(files)) {
    const subject = await faults.attempt(async () => subjectOf(await textOf(file), file, options));
    if (subject !== undefined) subjects.push(subject);
  }
  faults.throwIfAny();
  const shared = manifest?.manifest.audits;
  const hasSection = subjects.some(({ claims }) => claims?.section !== undefined);
  const record = manifest === undefined || !hasSection ? undefined : await recordOf(manifest, options);
  return {
    subjects: subjects.map(({ claims, ...rest }) => ({ ...rest, claims: claims?.section === undefined ? claims : { ...claims, record } })),
    shared,
  };
}

/** A card or an assessment is no larger than this; a log or weights are. */
const maxBytes = 20_000_000;

/** A card is read as `card` reads it: it may be empty, or hold any character. */
function textOf(file: string): Promise<string> {
  const read = async (): Promise<string> =>
    /\.(?:ya?ml|json)$/i.test(file) ? readTextFile(file, { maxBytes }) : (await readExactText(file, { maxBytes })).replace(/^\uFEFF/, '');
  return readingText(file, () => readNamed(file, 'file', read));
}

async function manifestOf(file: string | undefined): Promise<ResolvedManifest | undefined> {
  if (file === undefined) return undefined;
  const { resolveText } = await import('./shared/read-manifests.js');
  return resolveText(await textOf(file), file);
}

/** What the manifest records for the section of a card; nothing where it cannot be assessed, which `check` and `render` report. */
async function recordOf(resolved: ResolvedManifest, options: DateOptions): Promise<Recorded | undefined> {
  // Loaded for a card with a section and a manifest alone.
  const [{ assessDated }, { recordedWork }] = await Promise.all([import('./shared/assess.js'), import('./shared/cards/recorded-work.js')]);
  try {
    return recordedWork(assessDated(resolved, options));
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
