import { monotonicSeconds } from '../../io/clock.js';
import { collect, type CollectOptions as VerbOptions } from '../../verbs/collect.js';
import { collectedText, createCollectProgress } from '../collect/collect-text.js';
import type { Context } from '../context.js';
import { visibleJson } from '../texts/visible.js';

export interface CollectOptions extends Omit<VerbOptions, 'onProgress'> {
  readonly json?: true | undefined;
  readonly quiet?: true | undefined;
}

/** Collects telemetry into a measurement file, and sums it up. */
export async function collectInputs(inputs: readonly string[], options: CollectOptions, { terminal, report }: Context): Promise<void> {
  const { json, quiet, ...own } = options;
  const progress = createCollectProgress(monotonicSeconds());
  const { file, text, measurement, diagnostics } = await collect(inputs, {
    ...own,
    onProgress: terminal.showsProgress ? (at) => terminal.progress(progress(at, monotonicSeconds())) : undefined,
  });
  if (json === true) {
    terminal.result(visibleJson({ file, measurement, diagnostics }));
    return;
  }
  await report(quiet === true ? diagnostics.filter(({ severity }) => severity === 'error') : diagnostics);
  if (file === '-') terminal.copy(text);
  else terminal.result(collectedText(file, measurement, quiet === true));
}
