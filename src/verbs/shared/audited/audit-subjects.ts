import type { Assessment } from '../../../assessment/assessment.js';
import { firstMinorVersion, isBom, minorVersion } from '../../../assessment/bom/components.js';
import { auditIds } from '../../../audits/ids.js';
import { type Settings, settingsIn } from '../../../audits/settings.js';
import { assessmentClaims } from '../../../claims/assessment.js';
import { bomClaims } from '../../../claims/bom/bom-claims.js';
import type { Subject } from '../../../claims/claim.js';
import { lineFinder } from '../../../claims/lines.js';
import { bomMessages } from '../../../diagnostics/bom-messages.js';
import { type Diagnostic, InputError, type Position } from '../../../diagnostics/diagnostic.js';
import type { Manifest } from '../../../manifest/manifest.js';
import { unfinishedIds } from '../../../manifest/open-questions.js';
import { readYaml, type YamlText } from '../../../manifest/yaml/yaml.js';
import type { ResolvedManifest } from '../../../resolve/resolve.js';
import type { DateOptions } from '../assess.js';
import { messages } from '../messages.js';
import { unfinishedIn } from '../unfinished.js';
import { assessmentBeside, unknownFault, unreadFault } from './unread-formats.js';

/** A file that can be audited: its claims, and the severities that it sets. */
export interface AuditSubject {
  readonly file: string;
  readonly kind: 'card' | 'assessment' | 'manifest' | 'boamps' | 'bom';
  /** Absent where the figures of a manifest cannot be, so that nothing is calculated from them. */
  readonly claims?: Subject | undefined;
  /** What was found where a manifest was resolved, and nothing was calculated. */
  readonly impossible?: readonly Diagnostic[] | undefined;
  readonly settings: Settings;
  /** What resolving and assessing a manifest found that an audit asks, too. */
  readonly remarks?: readonly Diagnostic[] | undefined;
}

/**
 * What a file is, by its name and by what is in it, and what it claims.
 *
 * @throws {InputError} With every fault of the file.
 */
export async function subjectOf(text: string, file: string, options: DateOptions): Promise<AuditSubject> {
  if (/\.ya?ml$/i.test(file)) return manifestSubject(text, file, options);
  if (!/\.json$/i.test(file)) {
    const fault = await unreadFault(file, text);
    if (fault !== undefined) throw new InputError([fault]);
    return cardSubject(text, file);
  }
  const { read, diagnostics } = readYaml(text);
  if (read === undefined)
    throw new InputError(diagnostics.map(({ message, line = 1, column = 1 }) => ({ ...messages.notJson(message), file, line, column })));
  const { value } = read;
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (isObject && 'lines' in value && 'totals' in value) return assessmentSubject(read, file);
  if (isBom(value)) return bomSubject(read, file);
  if (isObject && ('carboncard' in value || 'model' in value)) return manifestSubject(text, file, options);
  // Loaded for a report of this format alone.
  const { boampsClaims, isBoamps } = await import('./audit-boamps.js');
  if (isObject && isBoamps(text)) return { file, kind: 'boamps', ...(await boampsClaims(text, read, file)), settings: {} };
  throw new InputError([{ ...messages.notAudited(await assessmentBeside(file)), file, line: 1, column: 1 }]);
}

async function cardSubject(text: string, file: string): Promise<AuditSubject> {
  const { settings, faults: ofSettings } = settingsIn(text, lineFinder(text));
  if (ofSettings.length > 0) {
    throw new InputError(
      ofSettings.map(({ at, word, known, suggestion }) => ({ ...messages.notAnAuditSetting(word, known, suggestion), file, ...at })),
    );
  }
  // Loaded for a card alone: a manifest doesn't pay for the parser of Markdown.
  const [{ cardClaims }, { cardFaults }] = await Promise.all([import('../../../claims/card.js'), import('../../../card/faults.js')]);
  const claims = cardClaims(text, file);
  const fault = await unknownFault(file, claims);
  if (fault !== undefined) throw new InputError([fault]);
  // Of front matter that claims emissions an audit says so.
  const faults = claims.unreadable === undefined ? cardFaults(text) : [];
  return { file, kind: 'card', claims, settings, remarks: faults.map((fault) => ({ ...fault, file })) };
}

function assessmentSubject(read: YamlText, file: string): AuditSubject {
  const locate = (path: readonly (string | number)[]) => read.positionOf(path, 'value') ?? start;
  return { file, kind: 'assessment', claims: assessmentClaims(read.value, locate, file), settings: {} };
}

function bomSubject(read: YamlText, file: string): AuditSubject {
  const locate = (path: readonly (string | number)[]) => read.positionOf(path, 'value') ?? start;
  const minor = minorVersion(read.value);
  if (minor !== undefined && minor < firstMinorVersion) throw new InputError([{ ...bomMessages.oldBom(`1.${minor}`), file, ...start }]);
  const claims = bomClaims(read.value, locate, file);
  if (claims.values.length === 0) throw new InputError([{ ...bomMessages.silentBom(), file, ...start }]);
  return { file, kind: 'bom', claims, settings: {} };
}

async function manifestSubject(text: string, file: string, options: DateOptions): Promise<AuditSubject> {
  // Loaded for a manifest alone: a card doesn't pay for resolving and assessing.
  const { resolveText } = await import('../read-manifests.js');
  const { assessDated } = await import('../assess.js');
  let resolved: ResolvedManifest;
  try {
    resolved = await resolveText(text, file);
  } catch (error) {
    // A figure that cannot be is what an audit looks for; any other fault keeps the manifest from being read.
    const asked: readonly string[] = [...auditIds, ...unfinishedIds, ...implausibleIds];
    const isFinding = error instanceof InputError && error.diagnostics.every(({ id }) => asked.includes(id));
    if (!isFinding) throw error;
    return { file, kind: 'manifest', impossible: error.diagnostics, settings: {} };
  }
  const { manifest } = resolved;
  const assessment = assessDated(resolved, options);
  const locate = (path: readonly (string | number)[]) => manifestPosition(manifest, assessment, path);
  return {
    file: manifest.file ?? '',
    kind: 'manifest',
    claims: assessmentClaims(assessment, locate, manifest.file),
    settings: manifest.audits ?? {},
    remarks: [...unfinishedIn(assessment, file), ...implausibleIn(assessment, file)],
  };
}

/** Remarks on figures that no audit of its own asks for: of a total that the authors report, of a run on unknown devices, and of operations. */
const implausibleIds: readonly string[] = [
  'reported-total',
  'reported-total-boundary',
  'run-power',
  'implied-mfu',
  'implied-operations',
  'implausible-grid',
  'implausible-overhead',
  'implausible-host',
  'implausible-idle',
  'implausible-processor',
  'implausible-embodied',
];

function implausibleIn({ diagnostics }: Assessment, file: string): readonly Diagnostic[] {
  return diagnostics.filter(({ id }) => implausibleIds.includes(id)).map((diagnostic) => ({ ...diagnostic, file }));
}

const start: Position = { line: 1, column: 1 };

/** Where the manifest has what a value of its assessment came from: the nearest position that is there. */
function manifestPosition(manifest: Manifest, assessment: Assessment, path: readonly (string | number)[]): Position {
  const [part, index, key, inner] = path;
  const top = manifest.positionOf('model') ?? start;
  if (typeof index !== 'number') return top;
  if (part === 'phases') {
    const phase = manifest.phases[index];
    const input = assessment.lines
      .filter((line) => line.phase === phase?.phase && line.name === phase?.name)
      .flatMap(({ inputs }) => inputs)
      .find(({ name }) => name === inputNames[String(key)] || (key === 'grid' && name === inputNames[`grid.${String(inner)}`]));
    const own = phase === undefined ? undefined : manifest.positionOf(phase.path);
    return input?.line === undefined ? (own ?? top) : { line: input.line, column: input.column ?? 1 };
  }
  const input = assessment.lines[index]?.inputs.find(({ line }) => line !== undefined);
  return input?.line === undefined ? top : { line: input.line, column: input.column ?? 1 };
}

/** Names that the facts of a phase have among the inputs of its lines. */
const inputNames: Readonly<Record<string, string>> = {
  acceleratorHours: 'accelerator-hours',
  power: 'power',
  energy: 'energy',
  load: 'load',
  pue: 'PUE',
  accelerators: 'accelerators',
  'grid.intensity': 'grid intensity',
  'grid.year': 'grid intensity',
};
