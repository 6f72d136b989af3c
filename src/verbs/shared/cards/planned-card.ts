import type { Assessment } from '../../../assessment/assessment.js';
import { type Replaced, updateCard } from '../../../card/card.js';
import { frontMatterRemarks } from '../../../card/front-matter.js';
import type { ChartContent } from '../../../charts/chart.js';
import { chartsOf } from '../../../charts/index.js';
import { type Diagnostic, InputError } from '../../../diagnostics/diagnostic.js';
import { exactText, readExactText, readStandardInput } from '../../../io/files.js';
import { type OutputId, outputTexts, reportFile } from '../../../outputs/ids.js';
import { outputs } from '../../../outputs/index.js';
import { assessmentText } from '../../../render/assessment-text.js';
import { chartPng } from '../../../render/chart-images.js';
import type { RenderContext } from '../../../render/context.js';
import { renderReportPage, renderSection } from '../../../render/section.js';
import { co2Facts } from '../../../sections/words/co2-emissions.js';
import { readNamed } from '../file-faults.js';
import { located } from '../located.js';
import { messages } from '../messages.js';
import { missingGlyphs } from '../missing-glyphs.js';
import { ownFigures } from './own-figures.js';

/** Folder of what is written beside a card. */
export const cardFolder = 'carbon';

/** The PDF beside a card, by its path from the card's folder. */
export const cardPdf = `${cardFolder}/${outputTexts.pdf.files}`;

/** A model card is no larger than this. */
export const cardLimits = { maxBytes: 20_000_000 };

/** A model card, and what is written into it and beside it. */
export interface CardSubject {
  /** Path behind links; `-` for standard input, beside which nothing can be written. */
  readonly path: string;
  /** As the person named it, for diagnostics. */
  readonly file: string;
  readonly assessment: Assessment;
  /** The text of the manifest. */
  readonly manifest: string;
  /** Its path, from which the paths of its logs lead. */
  readonly manifestFile: string | undefined;
  readonly formats: readonly OutputId[];
  /** Whether the section holds the whole report too, folded. */
  readonly full: boolean;
  /** Whether the section links to a PDF, which is printed where there is a page. */
  readonly hasPdf: boolean;
}

/** A card as it is and as it should be. */
export interface PlannedCard {
  readonly before: string;
  readonly after: string;
  /** Text of the card that was replaced: the template's placeholders, an older `co2_eq_emissions`. */
  readonly replaced: readonly Replaced[];
  /** What is written beside the card, by path from its folder: the report, the assessment, charts, the PDF. */
  readonly files: ReadonlyMap<string, Uint8Array | string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a card should be: its section, its front matter, and the files beside it. */
export async function planCard(subject: CardSubject, context: RenderContext): Promise<PlannedCard> {
  const { path, file, assessment, manifestFile, formats, full, hasPdf } = subject;
  const isStream = path === '-';
  const charts = !isStream && formats.includes('charts') ? chartsOf(assessment) : [];
  const files = isStream ? new Map<string, Uint8Array | string>() : await filesBeside(subject, charts, context);
  const beside = isStream
    ? undefined
    : {
        report: `${cardFolder}/${reportFile}`,
        pdf: hasPdf ? cardPdf : undefined,
        data: `${cardFolder}/${outputTexts.json.files}`,
      };
  const co2 = co2Facts(assessment);
  // Last, so that an editor has little time to save in between.
  const before = await readCard(path, file);
  const { text: after, replaced } = inFile(file, () =>
    updateCard(before, {
      co2,
      section: (standing) => renderSection(assessment, charts, context, { chartFolder: cardFolder, beside, full, ...standing }),
    }),
  );
  const glyphs = charts.length === 0 && !hasPdf ? [] : await missingGlyphs(assessment, context.fonts);
  const development = co2 === undefined ? [messages.noDevelopment()] : [];
  return {
    before,
    after,
    replaced,
    files,
    diagnostics: [
      ...located([...assessment.diagnostics, ...glyphs, ...development], manifestFile),
      ...frontMatterRemarks(after).map((remark) => ({ ...remark, file })),
      ...(await ownFigures(after, file)),
    ],
  };
}

/** The proof behind a section: the whole report, the assessment, the charts, and the PDF where there is a page to print it. */
async function filesBeside(
  { assessment, manifest, formats, hasPdf }: CardSubject,
  charts: readonly ChartContent[],
  context: RenderContext,
): Promise<ReadonlyMap<string, Uint8Array | string>> {
  const files = new Map<string, Uint8Array | string>([
    [`${cardFolder}/${reportFile}`, renderReportPage(assessment, charts, context, '')],
    [`${cardFolder}/${outputTexts.json.files}`, assessmentText(assessment)],
  ]);
  for (const chart of charts) files.set(`${cardFolder}/${chart.id}.png`, await chartPng(chart, context));
  if (!hasPdf || context.page === undefined) return files;
  const pdf = await outputs.pdf();
  for (const [name, content] of await pdf.render(assessment, { ...context, formats, manifest, report: () => undefined }))
    files.set(`${cardFolder}/${name}`, content);
  return files;
}

/** Does the work on the text of a file; its errors get the file's name. */
function inFile<Result>(file: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.diagnostics.map((diagnostic) => ({ file, ...diagnostic })));
  }
}

export function readCard(path: string, file: string): Promise<string> {
  return readNamed(file, 'model card', async () =>
    path === '-' ? exactText(file, await readStandardInput(cardLimits)) : readExactText(path, cardLimits),
  );
}
