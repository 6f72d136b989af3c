import { initManifest } from '../../verbs/init.js';
import type { Context } from '../context.js';
import { visible, visibleDraft, visibleJson } from '../texts/visible.js';

export interface InitOptions {
  readonly out: string;
  readonly model?: string | undefined;
  readonly hardware?: string | undefined;
  readonly time?: string | undefined;
  readonly place?: string | undefined;
  readonly year?: string | undefined;
  readonly format?: string | undefined;
  readonly columns?: string | undefined;
  readonly energyPlugin?: string | undefined;
  readonly json?: true | undefined;
}

/** Starts a manifest, and reports which logs were read and how many questions are open. */
export async function init(logs: readonly string[], options: InitOptions, { terminal, report, prompts }: Context): Promise<void> {
  const { json, ...initOptions } = options;
  const started = await initManifest(logs, { ...initOptions, ask: json === true ? undefined : prompts?.() });
  const { file, text, logs: read, openQuestions, diagnostics } = started;
  if (json === true) {
    terminal.result(visibleJson({ file, logs: read, questions: openQuestions, diagnostics }));
    return;
  }
  await report(diagnostics);
  if (file === '-') {
    terminal.copy(visibleDraft(text));
    return;
  }
  terminal.result(
    [
      ...read.map((log) => `Read: ${visible(log.file)} (${log.tracker}, ${log.runs} run${log.runs === 1 ? '' : 's'})`),
      `Written: ${visible(file)}, with ${openQuestions} open question${openQuestions === 1 ? '' : 's'}`,
      nextStep(visible(file), openQuestions),
    ].join('\n'),
  );
}

/** What to do with the manifest: without its answers there may be nothing to render. */
function nextStep(file: string, openQuestions: number): string {
  const command = `carboncard render ${file}`;
  if (openQuestions === 0) return `Next: ${command}`;
  const [questions, lines] =
    openQuestions === 1 ? ['the open question', 'the line that ends'] : [`the ${openQuestions} open questions`, 'the lines that end'];
  return `Next: answer ${questions} in ${file} (${lines} with a question mark), then: ${command}`;
}
