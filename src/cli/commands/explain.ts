import { InputError } from '../../diagnostics/diagnostic.js';
import { explainManifest, quoted } from '../../verbs/explain.js';
import type { Context } from '../context.js';
import { messages } from '../messages.js';
import { explanationBlocks } from '../texts/explanation-text.js';
import { pageText } from '../texts/page.js';
import { visibleJson } from '../texts/visible.js';

export interface ExplainOptions {
  readonly manifest: string;
  readonly json?: true | undefined;
}

/** Prints how a manifest's totals, or one line of them, are calculated. */
export async function explain(asked: string | undefined, options: ExplainOptions, { terminal, env }: Context): Promise<void> {
  // No line has such a name: the manifest is an option here, and an argument of `render`.
  if (asked !== undefined && /\.(?:ya?ml|json)$/i.test(asked)) throw new InputError([messages.manifestAsLine(asked)]);
  const explanation = await explainManifest(options.manifest, { asked, sourceDateEpoch: env['SOURCE_DATE_EPOCH'] });
  if (options.json === true) {
    terminal.result(visibleJson(explanation));
    return;
  }
  terminal.result(pageText(explanationBlocks(explanation, quoted), { columns: terminal.columns, paint: terminal.paintResult }));
}
