import { initManifest } from '../../verbs/init.js';
import type { Context } from '../context.js';
import { visible, visibleJson } from '../texts/visible.js';

export interface InitOptions {
  readonly out: string;
  readonly model?: string | undefined;
  readonly hardware?: string | undefined;
  readonly time?: string | undefined;
  readonly place?: string | undefined;
  readonly year?: string | undefined;
  readonly format?: string | undefined;
  readonly energyPlugin?: string | undefined;
  readonly json?: true | undefined;
}

/** Begins a manifest, and says what it was made of and what is left to answer. */
export async function init(logs: readonly string[], options: InitOptions, { terminal, tell, ask }: Context): Promise<void> {
  const { json, ...said } = options;
  const { file, text, logs: read, diagnostics } = await initManifest(logs, { ...said, ask: json === true ? undefined : ask });
  const questions = text.split('\n').filter((line, n) => n > 1 && /\?$/.test(line)).length;
  if (json === true) {
    terminal.result(visibleJson({ file, logs: read, questions, diagnostics }));
    return;
  }
  await tell(diagnostics);
  terminal.result(
    [
      ...read.map((log) => `Read: ${visible(log.file)} (${log.tracker}, ${log.runs} run${log.runs === 1 ? '' : 's'})`),
      `Written: ${visible(file)}, with ${questions} question${questions === 1 ? '' : 's'} to answer`,
      `Next: carboncard render ${visible(file)}`,
    ].join('\n'),
  );
}
