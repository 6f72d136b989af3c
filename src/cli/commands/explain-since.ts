import { explainHistory, listHistory, rangeOf } from '../../verbs/history.js';
import type { Context } from '../context.js';
import { historyBlocks } from '../texts/history-text.js';
import { pageText } from '../texts/page.js';
import { timelineBlocks } from '../texts/timeline-text.js';
import { visibleJson } from '../texts/visible.js';

export interface ExplainSinceOptions {
  readonly manifest: string;
  readonly since: string;
  readonly out?: string | undefined;
  readonly json?: true | undefined;
}

/** Prints what changed a manifest's figures since a revision. */
export async function explainSince(
  asked: string | undefined,
  { manifest, since, out, json }: ExplainSinceOptions,
  { terminal, env }: Context,
): Promise<void> {
  const options = { asked, outDir: out, sourceDateEpoch: env['SOURCE_DATE_EPOCH'] };
  const { columns, paintResult: paint } = terminal;
  if (!/\.json$/i.test(since) && rangeOf(since) !== undefined) {
    const timeline = await listHistory(manifest, since, options);
    terminal.result(json === true ? visibleJson(timeline) : pageText(timelineBlocks(timeline), { columns, paint }));
    return;
  }
  const history = await explainHistory(manifest, { ...options, since });
  terminal.result(json === true ? visibleJson(history) : pageText(historyBlocks(history), { columns, paint }));
}
