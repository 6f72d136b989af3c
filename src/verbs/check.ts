import type { Assessment } from '../assessment/assessment.js';
import { type Diagnostic, InputError } from '../diagnostics/diagnostic.js';
import { edition } from '../factors/edition.js';
import { withBrowserHome } from '../io/chromium/index.js';
import { differingFiles, FileError, isThere, placeOf, readExactText, realPath } from '../io/files.js';
import type { Manifest } from '../manifest/manifest.js';
import { type Format, formats } from '../outputs/ids.js';
import type { PrintingPage } from '../render/browser.js';
import { planCard } from './card.js';
import { assessManifests } from './shared/assess-manifests.js';
import { readFontLibrary } from './shared/bundled-files.js';
import { messages } from './shared/messages.js';
import { readManifests } from './shared/read-manifests.js';
import { readLayout } from './shared/read-templates.js';
import { type Press, reportFiles } from './shared/report-files.js';
import { textDiff } from './shared/text-diff.js';

export interface CheckOptions {
  /** Folder that the reports' folders stand in. */
  readonly outDir: string;
  /** Whether the person named that folder; else a card alone may be what there is to check. */
  readonly isOutDirGiven?: boolean | undefined;
  readonly formats?: readonly Format[] | undefined;
  readonly templates?: string | undefined;
  /** A model card to check too. */
  readonly card?: string | undefined;
  readonly sourceDateEpoch?: string | undefined;
}

/** A file on disk that is not what would be written. */
export interface StaleFile {
  readonly file: string;
  readonly isMissing: boolean;
  /** From what is there to what would be written, where people can read it. */
  readonly diff?: string | undefined;
}

/** What of one manifest is out of date, and what mends it. */
export interface StaleReport {
  readonly manifest: string;
  readonly files: readonly StaleFile[];
  /** Words of a command line. */
  readonly remedy: readonly string[];
  /** The editions, where the factor tables have changed and the manifest's own figures have not. */
  readonly onlyFactors?: { readonly before: string; readonly now: string } | undefined;
}

export interface Checked {
  readonly stale: readonly StaleReport[];
  readonly diagnostics: readonly Diagnostic[];
}

const limits = { maxBytes: 50_000_000 };

/**
 * Compares what `render` and `card` would write with what is on disk, byte by byte. A PDF is printed only where
 * everything else of its report is as it should be.
 *
 * @throws {InputError} With every fault of the manifests and the card.
 * @throws {MissingError} Where a PDF has to be compared and there is no browser.
 */
export async function checkReports(files: readonly string[], options: CheckOptions): Promise<Checked> {
  const resolved = await readManifests(files);
  const manifests = resolved.map(({ manifest }) => manifest);
  if (options.card !== undefined && manifests.length > 1) throw new InputError([messages.cardOfSeveral(files)]);
  const assessments = assessManifests(resolved, options);
  const press: Press = { layout: await readLayout(options.templates), fonts: readFontLibrary() };
  const stale: StaleReport[] = [];
  const diagnostics: Diagnostic[] = [];
  const unprinted: Subject[] = [];
  for (const [n, manifest] of manifests.entries()) {
    const assessment = assessments[n];
    if (assessment === undefined) continue;
    const subject = subjectOf(manifest, assessment, options);
    if (options.card !== undefined) {
      stale.push(...(await staleCard(subject, options.card, options, press)));
      if (options.isOutDirGiven !== true && !(await isThere(subject.folder))) {
        diagnostics.push({ ...messages.onlyCard(subject.folder), file: manifest.file ?? '' });
        continue;
      }
    }
    const files = await staleFiles(subject, 'pdf', press);
    if (subject.formats.includes('pdf')) {
      const pdf = `${subject.folder}/carbon.pdf`;
      if (!(await isThere(pdf))) files.push({ file: pdf, isMissing: true });
      else if (files.length === 0) unprinted.push(subject);
    }
    if (files.length > 0) stale.push(await staleReport(subject, files, options));
  }
  return { stale: [...stale, ...(await stalePdfs(unprinted, options, press))], diagnostics };
}

/** The report of one manifest. */
interface Subject {
  readonly manifest: Manifest;
  readonly assessment: Assessment;
  readonly folder: string;
  readonly formats: readonly Format[];
}

function subjectOf(manifest: Manifest, assessment: Assessment, options: CheckOptions): Subject {
  return {
    manifest,
    assessment,
    folder: `${options.outDir.replace(/(?<=.)\/+$/, '')}/${manifest.slug}`,
    formats: options.formats ?? manifest.formats ?? formats,
  };
}

async function stalePdfs(subjects: readonly Subject[], options: CheckOptions, press: Press): Promise<readonly StaleReport[]> {
  if (subjects.length === 0) return [];
  const { withBrowser } = await import('../render/browser.js');
  const print = async (page: PrintingPage): Promise<readonly StaleReport[]> => {
    const stale: StaleReport[] = [];
    for (const subject of subjects) {
      const files = await staleFiles(subject, 'others', { ...press, page });
      if (files.length > 0) stale.push(await staleReport(subject, files, options));
    }
    return stale;
  };
  return withBrowserHome((home) => withBrowser(home, (browser) => browser.withPage(print)));
}

/** The files of a report that are not as they should be, all but the PDF or it alone. */
async function staleFiles(
  { assessment, manifest, folder, formats }: Subject,
  without: 'pdf' | 'others',
  press: Press,
): Promise<StaleFile[]> {
  const wanted = formats.filter((format) => (format === 'pdf') === (without === 'others'));
  const { files } = await reportFiles(assessment, manifest.text, wanted, press);
  const names = await differingFiles(folder, files);
  return Promise.all(names.map((name) => staleFile(`${folder}/${name}`, files.get(name))));
}

async function staleFile(file: string, expected: Uint8Array | string | undefined): Promise<StaleFile> {
  if (!(await isThere(file))) return { file, isMissing: true };
  const isReadable = typeof expected === 'string' && !file.endsWith('.svg') && !file.endsWith('.vl.json');
  const found = isReadable ? await textOf(file) : undefined;
  return { file, isMissing: false, ...(isReadable && found !== undefined && { diff: textDiff(found, expected, 0) }) };
}

async function staleReport(subject: Subject, files: readonly StaleFile[], options: CheckOptions): Promise<StaleReport> {
  const { manifest, folder, assessment } = subject;
  const onlyFactors = factorsChange(assessment, await textOf(`${folder}/assessment.json`));
  return {
    manifest: manifest.file ?? '',
    files,
    remedy: [...['carboncard', 'render', manifest.file ?? '', '-o', options.outDir], ...repeated(options)],
    ...(onlyFactors && { onlyFactors }),
  };
}

/** What the person typed here, and has to type there. */
function repeated({ formats, templates }: CheckOptions): readonly string[] {
  return [
    ...(formats === undefined ? [] : ['--format', formats.join(',')]),
    ...(templates === undefined ? [] : ['--templates', templates]),
  ];
}

async function staleCard(
  { manifest, assessment, formats }: Subject,
  card: string,
  options: CheckOptions,
  press: Press,
): Promise<readonly StaleReport[]> {
  const path = await realPath(card);
  const { before, after, charts } = await planCard(path, card, assessment, press, formats.includes('charts'));
  const { folder } = placeOf(card);
  const names = await differingFiles(placeOf(path).folder, charts);
  const files = await Promise.all(names.map((name) => staleFile(folder === '.' ? name : `${folder}/${name}`, charts.get(name))));
  if (after !== before) files.unshift({ file: card, isMissing: false, diff: textDiff(before, after, 0) });
  if (files.length === 0) return [];
  return [{ manifest: manifest.file ?? '', files, remedy: ['carboncard', 'card', card, '-m', manifest.file ?? '', ...repeated(options)] }];
}

/** The editions of the factor tables, where they differ and what the manifest itself gives doesn't. */
function factorsChange(assessment: Assessment, found: string | undefined): StaleReport['onlyFactors'] {
  if (found === undefined) return undefined;
  const before = plainAssessment(found);
  if (before === undefined || before.method.factors === edition) return undefined;
  return declared(before) === declared(assessment) ? { before: before.method.factors, now: edition } : undefined;
}

function plainAssessment(text: string): Assessment | undefined {
  try {
    const value = JSON.parse(text) as Assessment;
    return typeof value.method.factors === 'string' && Array.isArray(value.lines) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The figures that a manifest has itself, wherever they stand in it. */
function declared({ model, lines }: Assessment): string {
  const inputs = lines.map(({ id, inputs }) => [
    id,
    inputs.flatMap(({ path, name, value, unit }) => (path === undefined ? [] : [[path, name, value, unit]])),
  ]);
  return JSON.stringify([model, inputs]);
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readExactText(file, limits);
  } catch (error) {
    if (error instanceof FileError) return undefined;
    throw error;
  }
}
