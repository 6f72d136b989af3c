import { collect as collectTelemetry, type CollectOptions as VerbOptions } from '../../verbs/collect.js';
import type { Context } from '../context.js';
import { visible, visibleJson } from '../texts/visible.js';

export interface CollectOptions extends Omit<VerbOptions, 'onProgress'> {
  readonly json?: true | undefined;
}

/** Collects telemetry into a measurement file, and reports what it has. */
export async function collect(inputs: readonly string[], options: CollectOptions, { terminal, report }: Context): Promise<void> {
  const { json, ...own } = options;
  const { file, text, measurement, diagnostics } = await collectTelemetry(inputs, own);
  if (json === true) {
    terminal.result(visibleJson({ file, measurement, diagnostics }));
    return;
  }
  await report(diagnostics);
  if (file === '-') terminal.copy(text);
  else terminal.result(`Written: ${visible(file)}`);
}
