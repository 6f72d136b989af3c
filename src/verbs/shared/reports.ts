import { chartsOf } from '../../charts/index.js';
import { type Diagnostic, InputError, MissingError } from '../../diagnostics/diagnostic.js';
import type { Message } from '../../diagnostics/message.js';
import { findBrowser, withBrowserHome } from '../../io/chromium/index.js';
import { isThere } from '../../io/compare.js';
import { defaultReports } from '../../io/default-paths.js';
import type { Manifest } from '../../manifest/manifest.js';
import { defaultOutputIds, type OutputId, outputIds, outputTexts } from '../../outputs/ids.js';
import { outputs } from '../../outputs/index.js';
import type { CyclonedxOptions, Output, OutputFiles } from '../../outputs/output.js';
import type { PrintingBrowser, PrintingPage } from '../../render/browser.js';
import type { RenderContext } from '../../render/context.js';
import type { AssessedManifest } from './assess.js';
import { withoutSlash } from './batch/index-files.js';
import { cyclonedxOptions } from './cyclonedx-options.js';
import { messages } from './messages.js';
import { missingGlyphs } from './missing-glyphs.js';
import type { OnProgress } from './progress.js';
import { type WhatIfChoice, whatIfFiles } from './what-if.js';

export interface ReportOptions extends WhatIfChoice {
  /** Folder of the reports, in which each has a folder of its own; `reports` where absent. */
  readonly outDir?: string | undefined;
  /** Formats to write; else those of the manifest, else the default ones. */
  readonly formats?: readonly OutputId[] | undefined;
  /** Whether the section holds the whole report too, folded; else as the manifest says. */
  readonly full?: boolean | undefined;
}

/** The report of one manifest, before it is rendered. */
export interface PlannedReport extends AssessedManifest {
  readonly folder: string;
  /** Those that are wanted. */
  readonly formats: readonly OutputId[];
  /** What is written: these, and the assessment where there is one. */
  readonly outputs: readonly Output[];
  readonly full: boolean;
  /** How the CycloneDX BOM is written, where one is. */
  readonly cyclonedx?: CyclonedxOptions | undefined;
}

/**
 * What is to be written of each manifest, and where. Only the formats that are wanted are loaded. An assessment that an earlier run
 * left in the folder is written again, in whatever format the report is wanted: the index has its figures.
 */
export function planReports(assessed: readonly AssessedManifest[], options: ReportOptions): Promise<readonly PlannedReport[]> {
  return Promise.all(
    assessed.map(async ({ manifest, assessment, whatIf }) => {
      const formats = formatsOf(manifest, options);
      const folder = folderOf(manifest, options);
      const hasAssessment = formats.includes('json') || (await isThere(`${folder}/${outputTexts.json.files}`));
      const written = outputIds.filter((id) => formats.includes(id) || (id === 'json' && hasAssessment));
      return {
        manifest,
        assessment,
        whatIf,
        formats,
        outputs: await Promise.all(written.map((id) => outputs[id]())),
        full: isFull(manifest, options),
        folder,
        cyclonedx: formats.includes('cyclonedx') ? await cyclonedxOptions(manifest) : undefined,
      };
    }),
  );
}

/** The formats of a manifest's report, each once, in the order of the registry. */
export function formatsOf(manifest: Manifest, options: Pick<ReportOptions, 'formats'>): readonly OutputId[] {
  const wanted: readonly OutputId[] = options.formats ?? manifest.formats ?? defaultOutputIds;
  return outputIds.filter((id) => wanted.includes(id));
}

/** Whether the section holds the whole report too. */
export function isFull(manifest: Manifest, options: Pick<ReportOptions, 'full'>): boolean {
  return options.full ?? manifest.section === 'full';
}

/** An empty name would be the root of the disk; it is most often a variable of the shell that is not set. */
function folderOf({ slug }: Manifest, { outDir = defaultReports }: ReportOptions): string {
  if (outDir === '') throw new InputError([messages.emptyOutDir()]);
  return `${withoutSlash(outDir)}/${slug}`;
}

export interface RenderedFiles {
  readonly files: OutputFiles;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The files of a report, in memory: nothing is written before all of them are made.
 *
 * @param chosen Those of its outputs that are wanted now.
 */
export async function renderReport(
  report: PlannedReport,
  context: RenderContext,
  chosen = report.outputs,
  onProgress?: OnProgress,
): Promise<RenderedFiles> {
  const { assessment, manifest, formats, full, cyclonedx, whatIf } = report;
  const rendered = new Map<OutputId, OutputFiles>();
  const lacking = new Map<OutputId, Message[]>();
  const render = async (output: Output, page?: PrintingPage): Promise<void> => {
    onProgress?.({ kind: 'rendering', slug: manifest.slug, format: output.id });
    const messages: Message[] = [];
    lacking.set(output.id, messages);
    const own = { page, formats, full, cyclonedx, manifest: manifest.text, report: (message: Message) => void messages.push(message) };
    rendered.set(output.id, await output.render(assessment, { ...context, ...own }));
  };
  // Pages first, up to where the browser prints them; the others while it prints.
  const { page } = context;
  const printed = chosen.filter(needsPage).map((output) => printing(page, (own) => render(output, own)));
  await Promise.all(printed.map(({ begun }) => begun));
  const all = Promise.all(printed.map(({ done }) => done));
  // A browser may end while another format is rendered, before anybody waits for it.
  all.catch(() => undefined);
  try {
    for (const output of chosen) if (!needsPage(output)) await render(output);
  } finally {
    // The page is whoever lent it's only once nothing prints on it.
    await all;
  }
  const ids = chosen.map(({ id }) => id);
  const alternatives = whatIf === undefined ? [] : await whatIfFiles(whatIf, ids, formats, context);
  const files = new Map([...chosen.flatMap(({ id }) => [...(rendered.get(id) ?? [])]), ...alternatives]);
  const showsCharts = chosen.some(({ needs }) => needs?.fonts) && chartsOf(assessment).length > 0;
  // In the order of the registry, whichever was rendered first.
  const diagnostics = chosen.flatMap(({ id }) => lacking.get(id) ?? []);
  return { files, diagnostics: [...diagnostics, ...(showsCharts ? await missingGlyphs(assessment, context.fonts) : [])] };
}

/** Work that prints: `begun` comes when it waits for the browser, or has ended; `done` when it has ended. */
function printing(
  page: PrintingPage | undefined,
  work: (page: PrintingPage | undefined) => Promise<void>,
): { readonly begun: Promise<void>; readonly done: Promise<void> } {
  let isWaiting = (): void => undefined;
  const waits = new Promise<void>((done) => {
    isWaiting = done;
  });
  const done = work(
    page && {
      print: (html) => {
        isWaiting();
        return page.print(html);
      },
    },
  );
  return { begun: Promise.race([waits, done]), done };
}

/** Whether an output is rendered in a browser. */
export function needsPage({ needs }: Output): boolean {
  return needs?.page === true;
}

/** Whether this machine has a browser that can print. */
export async function hasBrowser(): Promise<boolean> {
  return findBrowser().then(
    () => true,
    (error: unknown) => {
      if (error instanceof MissingError) return false;
      throw error;
    },
  );
}

export interface PageEvents {
  readonly onProgress?: OnProgress | undefined;
  /** Takes what is odd about this machine's browser; it belongs to no report. */
  readonly report?: ((remark: Diagnostic) => void) | undefined;
}

/** Starts a browser with one page for the work, and ends it after. */
export function withPage<Result>(work: (page: PrintingPage) => Promise<Result>, events: PageEvents = {}): Promise<Result> {
  return withBrowserForWork((browser) => browser.withPage(work), events);
}

/** Starts a browser for the work, and ends it after. Its code is loaded here, since most commands print nothing. */
export async function withBrowserForWork<Result>(
  work: (browser: PrintingBrowser) => Promise<Result>,
  { onProgress, report }: PageEvents = {},
): Promise<Result> {
  const { withBrowser } = await import('../../render/browser.js');
  return withBrowserHome((home) => withBrowser(home, work), process.env, {
    onUnpack: (megabytes) => onProgress?.({ kind: 'unpacking', megabytes }),
    report,
  });
}
