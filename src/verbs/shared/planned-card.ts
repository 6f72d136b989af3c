import type { Assessment } from '../../assessment/assessment.js';
import { type Replaced, updateCard } from '../../card/card.js';
import { chartsOf } from '../../charts/index.js';
import { type Diagnostic, InputError } from '../../diagnostics/diagnostic.js';
import { exactText, readExactText, readStandardInput } from '../../io/files.js';
import { chartImages } from '../../render/chart-images.js';
import type { RenderContext } from '../../render/context.js';
import { renderSection } from '../../render/section.js';
import { co2Facts } from '../../sections/words/co2-emissions.js';
import { readNamed } from './file-faults.js';
import { messages } from './messages.js';
import { missingGlyphs } from './missing-glyphs.js';

/** Folder of a card's charts, beside it. */
export const chartFolder = 'carbon';

/** A model card is no larger than this. */
export const cardLimits = { maxBytes: 20_000_000 };

/** A model card, and what it shows. */
export interface CardSubject {
  /** Path behind links; `-` for standard input. */
  readonly path: string;
  /** As the person named it, for diagnostics. */
  readonly file: string;
  readonly assessment: Assessment;
  readonly hasCharts: boolean;
}

/** A card as it is and as it should be. */
export interface PlannedCard {
  readonly before: string;
  readonly after: string;
  /** Text of the card that was replaced: the template's placeholders, an older `co2_eq_emissions`. */
  readonly replaced: readonly Replaced[];
  /** Charts beside the card, by path from its folder. */
  readonly charts: ReadonlyMap<string, Uint8Array>;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a card should be: its section, its front matter and the charts beside it. */
export async function planCard({ path, file, assessment, hasCharts }: CardSubject, context: RenderContext): Promise<PlannedCard> {
  const contents = hasCharts ? chartsOf(assessment) : [];
  const charts = new Map<string, Uint8Array>();
  for (const content of contents) charts.set(`${chartFolder}/${content.id}.png`, (await chartImages(content, context)).png);
  const co2 = co2Facts(assessment);
  // Last, so that an editor has little time to save in between.
  const before = await readCard(path, file);
  const { text: after, replaced } = inFile(file, () =>
    updateCard(before, { co2, section: (standing) => renderSection(assessment, contents, context, { chartFolder, ...standing }) }),
  );
  const glyphs = contents.length === 0 ? [] : await missingGlyphs(assessment, context.fonts);
  const development = co2 === undefined ? [messages.noDevelopment()] : [];
  return { before, after, replaced, charts, diagnostics: [...assessment.diagnostics, ...glyphs, ...development] };
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

function readCard(path: string, file: string): Promise<string> {
  return readNamed(file, 'model card', async () =>
    path === '-' ? exactText(file, await readStandardInput(cardLimits)) : readExactText(path, cardLimits),
  );
}
