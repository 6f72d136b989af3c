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
import { renderSectionHtml } from '../render/html/section-html.js';
import { screenSheetSvg, standaloneSvg } from '../render/svg.js';
import { parseManifest } from '../resolve/resolve.js';
import type { CalculatedFiles, Calculation, CalculationRequest, Result } from './calculation.js';
import { findingsOf, manifestName } from './findings.js';

/** What a calculator needs beside a manifest. Whoever has it read it: here is no file and no network. */
export interface CalculatorContext {
  readonly templates: Templates;
  readonly fonts: FontLibrary;
}

/** The way from the text of a manifest to what a page shows: parse → resolve → assess → outputs. */
export interface Calculator {
  /** Never fails for what is wrong with a manifest: that is in the findings. */
  readonly calculate: (request: CalculationRequest) => Promise<Calculation>;
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
  const assessed = createAssessed();

  async function calculate(request: CalculationRequest): Promise<Calculation> {
    const { text } = request;
    try {
      const { manifest, assessment } = assessed(text);
      const findings = await findingsOf(assessment.diagnostics, text);
      return { findings, result: await resultOf(manifest, assessment, request) };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return { findings: await findingsOf(error.diagnostics, text) };
    }
  }

  async function resultOf(manifest: Manifest, assessment: Assessment, request: CalculationRequest): Promise<Result> {
    const charts = chartsOf(assessment);
    const tree = composeSection(assessment, context.templates, { charts: altTexts(charts), attachments: [] }, { full: isFull(manifest) });
    const explanation = explain(assessment, undefined, { file: manifestName, ranges: defaultRanges });
    return {
      name: assessment.model.name,
      slug: manifest.slug,
      section: sectionText(assessment, outputContext(manifest, request, context)),
      html: await renderSectionHtml(tree, charts, context.fonts),
      json: assessmentText(assessment),
      explanation: pageText(explanationBlocks(explanation, quoted), { columns, paint: (words) => words }),
      charts: charts.map(({ id, title }) => ({ id, title })),
    };
  }

  async function files(request: CalculationRequest): Promise<CalculatedFiles> {
    const { manifest, assessment } = assessed(request.text);
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

  return { calculate, files };
}

interface Assessed {
  readonly manifest: Manifest;
  readonly assessment: Assessment;
}

/** The assessment of a text. The last one is kept: files are asked for of what is shown. */
function createAssessed(): (text: string) => Assessed {
  let last: { readonly text: string; readonly assessed: Assessed } | undefined;
  return (text) => {
    if (last?.text === text) return last.assessed;
    const resolved = parseManifest(text, manifestName);
    const { manifest } = resolved;
    const assessed = { manifest, assessment: assess(resolved, { date: manifest.report.date }) };
    last = { text, assessed };
    return assessed;
  };
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
