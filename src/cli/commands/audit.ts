import { version } from '../../assessment/version.js';
import { type Diagnostic, InputError, type Severity } from '../../diagnostics/diagnostic.js';
import { nearest } from '../../diagnostics/nearest.js';
import { readTextFile } from '../../io/files.js';
import { type AuditedFile, type AuditId, auditFiles, auditIds, auditPage, audits, severitiesOf } from '../../verbs/audit.js';
import type { Context } from '../context.js';
import { exitCodes } from '../exit-codes.js';
import { type FindingsOptions, writeFindings, writeJson } from '../findings-files.js';
import { messages } from '../messages.js';
import { diagnosticsText } from '../texts/diagnostic-text.js';
import { annotations } from '../texts/findings/annotations.js';
import { sarif } from '../texts/findings/sarif.js';
import { hubText } from '../texts/hub-text.js';
import { visible, visibleJson } from '../texts/visible.js';

export interface AuditOptions extends FindingsOptions {
  readonly sarif?: string | undefined;
  readonly format?: string | undefined;
  readonly json?: true | undefined;
  readonly manifest?: string | undefined;
  readonly list?: true | undefined;
}

const formats = ['text', 'json', 'sarif', 'github'] as const;
type Format = (typeof formats)[number];

/** Largest file whose lines are shown below its findings. */
const maxSourceBytes = 20_000_000;

/** Audits files and prints the findings: as text, as JSON, for a code scanner, for a pull request. */
export async function audit(files: readonly string[], options: AuditOptions, context: Context): Promise<void> {
  const { terminal, env } = context;
  const format = formatOf(options, env);
  if (options.list === true) {
    list(format, context);
    return;
  }
  if (files.length === 0) throw new InputError([messages.nothingToAudit()]);
  const audited = await auditFiles(files, { manifest: options.manifest, sourceDateEpoch: env['SOURCE_DATE_EPOCH'] });
  const findings = audited.flatMap((file) => file.findings);
  if (findings.some(({ severity }) => severity !== 'note')) context.end(exitCodes.notSo);
  if (options.sarif !== undefined) await writeJson(options.sarif, scanned(findings));
  await writeFindings(options, findings, () => summaryOf(findings));
  if (format === 'json') terminal.result(visibleJson({ files: audited }));
  else if (format === 'sarif') terminal.result(visibleJson(scanned(findings)));
  else if (format === 'github' && findings.length > 0) terminal.command(annotations(findings));
  else if (findings.length > 0) terminal.result(await text(findings, context));
  if (format === 'text' || format === 'github')
    terminal.talk([summary(audited, findings), ...hubLines(audited), ...pagesOf(findings)].join('\n'));
}

function scanned(findings: readonly Diagnostic[]): object {
  return sarif(
    findings,
    auditIds.map((id) => audits[id]),
    version,
  );
}

async function summaryOf(findings: readonly Diagnostic[]): Promise<string> {
  const { auditSummary } = await import('../../verbs/shared/job-summary/document.js');
  return auditSummary(findings);
}

function formatOf({ format, json }: AuditOptions, env: Context['env']): Format {
  const asked = formats.find((known) => known === format);
  if (format !== undefined && asked === undefined)
    throw new InputError([messages.unknownFormat(format, formats, nearest(format, formats)[0])]);
  if (json === true && asked !== undefined && asked !== 'json') throw new InputError([messages.oneFormat(`--format ${asked}`)]);
  if (json === true) return 'json';
  return asked ?? (env['GITHUB_ACTIONS'] === 'true' ? 'github' : 'text');
}

function text(findings: readonly Diagnostic[], { terminal }: Context): Promise<string> {
  return diagnosticsText(findings, {
    sourceOf: (file) => readTextFile(file, { maxBytes: maxSourceBytes }).catch(() => undefined),
    paint: terminal.paintResult,
    columns: terminal.columns,
  });
}

function summary(files: readonly AuditedFile[], findings: readonly Diagnostic[]): string {
  const where = files.length === 1 ? visible(files[0]?.file ?? '') : `${files.length} files`;
  if (findings.length === 0) return `No findings in ${where}.`;
  const counts = (['error', 'warning', 'note'] as const).flatMap((severity: Severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}${count === 1 ? '' : 's'}`];
  });
  return `Findings in ${where}: ${counts.join(', ')}.`;
}

/** What the Hub reads of each card that has emissions in its metadata, or metadata that the Hub rejects. */
function hubLines(files: readonly AuditedFile[]): readonly string[] {
  return files.flatMap(({ file, hub }) => (hub === undefined ? [] : [hubText(file, hub)]));
}

/** Where the audits that found something are explained. */
function pagesOf(findings: readonly Diagnostic[]): readonly string[] {
  const pages = auditIds.filter((id) => findings.some((finding) => finding.id === id)).map(auditPage);
  return pages.length === 0 ? [] : [`See ${pages.join(', ')}.`];
}

/** The audits with their questions. */
function list(format: Format, { terminal }: Context): void {
  const rows = auditIds.map((id: AuditId) => ({
    id,
    severity: audits[id].severity,
    severities: severitiesOf(audits[id]),
    question: audits[id].question,
    page: auditPage(id),
  }));
  const wordsOf = (severities: readonly Severity[]): string => severities.join(' or ');
  const widestWords = Math.max(...rows.map(({ severities }) => wordsOf(severities).length));
  const widest = Math.max(...rows.map(({ id }) => id.length));
  terminal.result(
    format === 'json'
      ? visibleJson({ audits: rows })
      : rows
          .map(({ id, severities, question }) => `${id.padEnd(widest)}  ${wordsOf(severities).padEnd(widestWords)}  ${question}`)
          .join('\n'),
  );
}
