import { InputError } from '../../diagnostics/diagnostic.js';
import { explainManifest, quoted } from '../../verbs/explain.js';
import type { Context } from '../context.js';
import { messages } from '../messages.js';
import { explanationBlocks } from '../texts/explanation-text.js';
import { pageText } from '../texts/page.js';
import { visibleJson } from '../texts/visible.js';

export interface ExplainOptions {
  readonly manifest: string;
  readonly since?: string | undefined;
  readonly out?: string | undefined;
  readonly json?: true | undefined;
}

/** Prints how a manifest's totals, or one line of them, are calculated; with `--since`, what changed them. */
export async function explain(asked: string | undefined, options: ExplainOptions, context: Context): Promise<void> {
  const { terminal, env } = context;
  // No line has such a name: the manifest is an option here, and an argument of `render`.
  if (asked !== undefined && /\.(?:ya?ml|json)$/i.test(asked)) throw new InputError([messages.manifestAsLine(asked)]);
  if (options.since !== undefined) {
    // Loaded here and not above: without the option, git is not asked.
    const { explainSince } = await import('./explain-since.js');
    return explainSince(asked, { ...options, since: options.since }, context);
  }
  if (options.out !== undefined) throw new InputError([messages.outWithoutSince()]);
  const explanation = await explainManifest(options.manifest, { asked, sourceDateEpoch: env['SOURCE_DATE_EPOCH'] });
  if (options.json === true) {
    terminal.result(visibleJson(explanation));
    return;
  }
  terminal.result(pageText(explanationBlocks(explanation, quoted), { columns: terminal.columns, paint: terminal.paintResult }));
}
