import { explainManifest, quoted } from '../../verbs/explain.js';
import type { Context } from '../context.js';
import { explanationBlocks } from '../texts/explanation-text.js';
import { pageText } from '../texts/page.js';
import { visibleJson } from '../texts/visible.js';

export interface ExplainOptions {
  readonly manifest: string;
  readonly json?: true | undefined;
}

/** Prints how a manifest's totals, or one line of them, are calculated. */
export async function explain(asked: string | undefined, options: ExplainOptions, { terminal, env }: Context): Promise<void> {
  const explanation = await explainManifest(options.manifest, { asked, sourceDateEpoch: env['SOURCE_DATE_EPOCH'] });
  if (options.json === true) {
    terminal.result(visibleJson(explanation));
    return;
  }
  terminal.result(pageText(explanationBlocks(explanation, quoted), { columns: terminal.columns, paint: terminal.paintResult }));
}
