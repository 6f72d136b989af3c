import type { Assessment } from '../assessment/assessment.js';
import { runAudits } from '../audits/run-audits.js';
import { type Settings, settingsIn } from '../audits/settings.js';
import { assessmentClaims } from '../claims/assessment.js';
import type { Subject } from '../claims/claim.js';
import { lineFinder } from '../claims/lines.js';
import { type Diagnostic, InputError } from '../diagnostics/diagnostic.js';
import { FileError, readTextFile } from '../io/files.js';
import type { Manifest } from '../manifest/manifest.js';
import { readYaml, type YamlText } from '../manifest/yaml.js';
import type { ResolvedManifest } from '../resolve/resolve.js';
import { assessManifests, type DateOptions } from './shared/assess-manifests.js';
import { faultOf } from './shared/file-faults.js';
import { messages } from './shared/messages.js';
import { resolveText } from './shared/read-manifests.js';

export type { Audit } from '../audits/audit.js';
export { type AuditId, auditIds } from '../audits/ids.js';
export { audits } from '../audits/index.js';

/** A card or an assessment is no larger than this; a log or weights are. */
const maxBytes = 20_000_000;

export interface AuditedFile {
  readonly file: string;
  readonly kind: 'card' | 'assessment' | 'manifest';
  /** From top to bottom. */
  readonly findings: readonly Diagnostic[];
}

export interface AuditOptions extends DateOptions {
  /** Its `audits` hold for all the files. */
  readonly settingsFrom?: string | undefined;
}

interface Prepared {
  readonly file: string;
  readonly kind: AuditedFile['kind'];
  readonly subject: Subject;
  readonly settings: Settings;
}

/**
 * Reads cards, manifests and assessments, and questions what they claim.
 *
 * @throws {InputError} With every fault of every file that can't be read as what it is.
 */
export async function auditFiles(files: readonly string[], options: AuditOptions = {}): Promise<readonly AuditedFile[]> {
  const faults: Diagnostic[] = [];
  const prepared: Prepared[] = [];
  const shared = await tried(async () => (options.settingsFrom === undefined ? {} : await settingsOf(options.settingsFrom)), faults);
  for (const file of new Set(files)) {
    const ready = await tried(async () => prepare(await textOf(file), file, options), faults);
    if (ready !== undefined) prepared.push(ready);
  }
  if (faults.length > 0) throw new InputError(faults);
  const subjects = prepared.map(({ subject }) => subject);
  return prepared.map(({ file, kind, subject, settings }) => ({
    file,
    kind,
    findings: runAudits(subject, subjects, { ...shared, ...settings }),
  }));
}

async function tried<T>(read: () => Promise<T>, faults: Diagnostic[]): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    faults.push(...error.diagnostics);
    return undefined;
  }
}

async function textOf(file: string): Promise<string> {
  try {
    return await readTextFile(file, { maxBytes });
  } catch (error) {
    if (error instanceof FileError) throw new InputError([faultOf(file, error.problem, 'file')]);
    throw error;
  }
}

async function settingsOf(file: string): Promise<Settings> {
  return (await resolveText(await textOf(file), file)).manifest.audits ?? {};
}

async function prepare(text: string, file: string, options: DateOptions): Promise<Prepared> {
  if (/\.ya?ml$/i.test(file)) return manifest(await resolveText(text, file), options);
  if (!/\.json$/i.test(file)) return card(text, file);
  const { read, diagnostics } = readYaml(text);
  if (read === undefined)
    throw new InputError(
      diagnostics.map((fault) => ({ ...messages.notJson(fault.message), file, line: fault.line ?? 1, column: fault.column ?? 1 })),
    );
  const { value } = read;
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (isObject && 'lines' in value && 'totals' in value) return assessment(read, file);
  if (isObject && ('carboncard' in value || 'model' in value)) return manifest(await resolveText(text, file), options);
  throw new InputError([{ ...messages.notAudited(), file, line: 1, column: 1 }]);
}

async function card(text: string, file: string): Promise<Prepared> {
  const { settings, faults } = settingsIn(text, lineFinder(text));
  if (faults.length > 0) {
    throw new InputError(
      faults.map(({ at, word, known, suggestion }) => ({ ...messages.notAnAuditSetting(word, known, suggestion), file, ...at })),
    );
  }
  // Markdown is for cards alone; a manifest doesn't pay for its parser.
  const { cardClaims } = await import('../claims/card.js');
  return { file, kind: 'card', subject: cardClaims(text, file), settings };
}

function assessment(read: YamlText, file: string): Prepared {
  const locate = (path: readonly (string | number)[]) => read.positionOf(path, 'value') ?? { line: 1, column: 1 };
  return { file, kind: 'assessment', subject: assessmentClaims(read.value, locate, file), settings: {} };
}

function manifest(resolved: ResolvedManifest, options: DateOptions): Prepared {
  const { manifest: parsed } = resolved;
  const [assessed] = assessManifests([resolved], options);
  if (assessed === undefined) throw new TypeError(`No assessment came of ${parsed.file}`);
  const locate = (path: readonly (string | number)[]) => manifestPosition(parsed, assessed, path);
  return {
    file: parsed.file ?? '',
    kind: 'manifest',
    subject: assessmentClaims(assessed, locate, parsed.file),
    settings: parsed.audits ?? {},
  };
}

/** Where the manifest has what a figure of its assessment came from: the nearest that is there. */
function manifestPosition(parsed: Manifest, assessed: Assessment, path: readonly (string | number)[]) {
  const [part, index, key, inner] = path;
  const start = parsed.positionOf('model') ?? { line: 1, column: 1 };
  if (typeof index !== 'number') return start;
  if (part === 'phases') {
    const phase = parsed.phases[index];
    const input = assessed.lines
      .filter((line) => line.phase === phase?.phase && line.name === phase?.name)
      .flatMap(({ inputs }) => inputs)
      .find(({ name }) => name === inputNames[String(key)] || (key === 'grid' && name === inputNames[`grid.${String(inner)}`]));
    const own = phase === undefined ? undefined : parsed.positionOf(phase.path);
    return input?.line === undefined ? (own ?? start) : { line: input.line, column: input.column ?? 1 };
  }
  const line = assessed.lines[index];
  const input = line?.inputs.find(({ line: at }) => at !== undefined);
  return input?.line === undefined ? start : { line: input.line, column: input.column ?? 1 };
}

/** What the facts of a phase are called among the inputs of its lines. */
const inputNames: Readonly<Record<string, string>> = {
  acceleratorHours: 'accelerator-hours',
  power: 'power',
  pue: 'PUE',
  accelerators: 'accelerators',
  'grid.intensity': 'grid intensity',
  'grid.year': 'grid intensity',
};
