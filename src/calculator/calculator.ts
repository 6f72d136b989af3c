import type { Root } from 'mdast';
import { assess } from '../assess/assess.js';
import type { Assessment } from '../assessment/assessment.js';
import { altTexts } from '../charts/alt.js';
import { chartsOf } from '../charts/index.js';
import { explanationBlocks } from '../cli/texts/explanation-text.js';
import { pageText } from '../cli/texts/page.js';
import { InputError } from '../diagnostics/diagnostic.js';
import { explain, quoted } from '../explain/explain.js';
import { defaultRanges } from '../factors/ranges.js';
import type { Manifest } from '../manifest/manifest.js';
import { type OutputId, outputTexts } from '../outputs/ids.js';
import { json } from '../outputs/json.js';
import { md, sectionText } from '../outputs/md.js';
import type { OutputContext } from '../outputs/output.js';
import { assessmentText } from '../render/assessment-text.js';
import { composeSection, type Templates } from '../render/compose.js';
import type { FontLibrary } from '../render/fonts.js';
import { renderSectionFrame, renderSectionHtml } from '../render/html/section-html.js';
import { screenSheetSvg, standaloneSvg } from '../render/svg.js';
import type { NamedFiles } from '../verbs/shared/named/named-files.js';
import { resolveNamed } from '../verbs/shared/named/resolve-named.js';
import type { CalculatedFiles, Calculation, CalculationRequest, DrawnSection, Dropped, GivenFiles, Result } from './calculation.js';
import { takeDropped } from './dropped.js';
import { findingsOf, manifestName } from './findings.js';
import { createGivenFiles } from './given-files.js';
import { isReadable, namesOf } from './named-in.js';

/** What a calculator needs beside a manifest. Whoever has it read it: here is no file and no network. */
export interface CalculatorContext {
  readonly templates: Templates;
  readonly fonts: FontLibrary;
}

/** The way from the text of a manifest to what a page shows: parse → resolve → assess → outputs. */
export interface Calculator {
  /** Never fails for what is wrong with a manifest: that is in the findings. */
  readonly calculate: (request: CalculationRequest) => Promise<Calculation>;
  /** The section with its charts, which takes longer. */
  readonly draw: (request: CalculationRequest) => Promise<DrawnSection>;
  /** Keeps files that a manifest names: logs, hourly intensities, base models. The others are not kept; their names are not in the answer. */
  readonly give: (given: GivenFiles) => readonly string[];
  /** Begins with another manifest: forgets the files of the one before, and keeps those that it names. */
  readonly open: (given: GivenFiles) => readonly string[];
  /** Finds out what files are for that somebody dropped beside the manifest of an editor, and keeps those that are named. */
  readonly drop: (dropped: GivenFiles) => Promise<Dropped>;
  /**
   * Files as `carboncard render` writes them, and each chart laid out for a phone, as `charts/<id>.screen.svg`.
   *
   * @throws {InputError} With every error of the manifest.
   */
  readonly files: (request: CalculationRequest) => Promise<CalculatedFiles>;
}

/** What a page can write by itself. */
const pageFormats: readonly OutputId[] = ['md', 'json', 'charts'];

/** Columns of a text for a terminal. */
const columns = 80;

export function createCalculator(context: CalculatorContext): Calculator {
  const given = createGivenFiles();
  const assessed = createAssessed(given.filesOf);

  async function calculate(request: CalculationRequest): Promise<Calculation> {
    const { text } = request;
    try {
      const found = await assessed(text);
      const findings = await findingsOf(found.assessment.diagnostics, text, given.textOf);
      return { findings, result: await resultOf(found, request, context) };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return { findings: await findingsOf(error.diagnostics, text, given.textOf) };
    }
  }

  async function draw({ text }: CalculationRequest): Promise<DrawnSection> {
    try {
      const found = await assessed(text);
      return { html: await renderSectionHtml(treeOf(found, context), chartsOf(found.assessment), context.fonts) };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return {};
    }
  }

  function give({ text, files: dropped }: GivenFiles): readonly string[] {
    const taken = given.take(text, dropped);
    // What was missing may be there now.
    if (taken.length > 0) assessed.forget();
    return taken;
  }

  function open(opened: GivenFiles): readonly string[] {
    given.forget();
    assessed.forget();
    return give(opened);
  }

  const files = async (request: CalculationRequest): Promise<CalculatedFiles> => filesOf(await assessed(request.text), request, context);
  const drop = (dropped: GivenFiles): Promise<Dropped> =>
    takeDropped(dropped, { give, open, missingBases: given.missingBases, isReadable });
  return { calculate, draw, give, open, drop, files };
}

interface Assessed {
  readonly manifest: Manifest;
  readonly assessment: Assessment;
}

async function resultOf({ manifest, assessment }: Assessed, request: CalculationRequest, context: CalculatorContext): Promise<Result> {
  const charts = chartsOf(assessment);
  const explanation = explain(assessment, undefined, { file: manifestName, ranges: defaultRanges });
  return {
    name: assessment.model.name,
    slug: manifest.slug,
    section: sectionText(assessment, outputContext(manifest, request, context)),
    html: await renderSectionFrame(treeOf({ manifest, assessment }, context), charts),
    json: assessmentText(assessment),
    explanation: pageText(explanationBlocks(explanation, quoted), { columns, paint: (words) => words }),
    charts: charts.map(({ id, title }) => ({ id, title })),
    namesFiles: namesOf(manifest).length > 0,
  };
}

function treeOf({ manifest, assessment }: Assessed, context: CalculatorContext): Root {
  const charts = altTexts(chartsOf(assessment));
  return composeSection(assessment, context.templates, { charts, attachments: [] }, { full: isFull(manifest) });
}

async function filesOf(
  { manifest, assessment }: Assessed,
  request: CalculationRequest,
  context: CalculatorContext,
): Promise<CalculatedFiles> {
  const made: Record<string, string> = {};
  const texts = [md.render(assessment, outputContext(manifest, request, context)), json.render(assessment)];
  for (const [name, content] of texts.flatMap((one) => [...one])) made[name] = asText(content);
  for (const chart of chartsOf(assessment)) {
    const path = `${outputTexts.charts.files}${chart.id}`;
    made[`${path}.svg`] = await standaloneSvg(chart, context.fonts);
    made[`${path}.screen.svg`] = await screenSheetSvg(chart, context.fonts);
    made[`${path}.vl.json`] = `${JSON.stringify(chart.spec, undefined, 2)}\n`;
  }
  return made;
}

interface LastAssessed {
  (text: string): Promise<Assessed>;
  readonly forget: () => void;
}

/** The assessment of a text. The last one is kept: charts and files are asked for of what is shown. */
function createAssessed(filesOf: (text: string) => NamedFiles): LastAssessed {
  let last: { readonly text: string; readonly assessed: Promise<Assessed> } | undefined;
  const assessed = (text: string): Promise<Assessed> => {
    if (last?.text !== text) last = { text, assessed: assessedNow(text, filesOf(text)) };
    return last.assessed;
  };
  return Object.assign(assessed, {
    forget: () => {
      last = undefined;
    },
  });
}

async function assessedNow(text: string, files: NamedFiles): Promise<Assessed> {
  const resolved = await resolveNamed(text, { file: manifestName, files });
  const { manifest } = resolved;
  return { manifest, assessment: assess(resolved, { date: manifest.report.date }) };
}

function isFull({ section }: Manifest): boolean {
  return section === 'full';
}

function outputContext(manifest: Manifest, { formats = pageFormats }: CalculationRequest, context: CalculatorContext): OutputContext {
  return {
    ...context,
    formats,
    full: isFull(manifest),
    manifest: manifest.text,
    styleSheet: '',
    screenSheet: '',
    readRasterizer: () => Promise.reject(new TypeError('Nothing is painted here')),
    report: () => undefined,
  };
}

function asText(content: Uint8Array | string): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}
