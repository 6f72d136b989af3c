import type { Assessment } from '../../../src/assessment/assessment.js';
import type { Message } from '../../../src/diagnostics/message.js';
import type { OutputId } from '../../../src/outputs/ids.js';
import { outputs } from '../../../src/outputs/index.js';
import type { OutputContext, OutputFiles } from '../../../src/outputs/output.js';

/** What a format writes of an assessment, and what it reports. The formats that are asked here need neither fonts nor a page. */
export async function written(
  id: OutputId,
  assessment: Assessment,
): Promise<{ readonly files: OutputFiles; readonly ids: readonly string[]; readonly messages: readonly Message[] }> {
  const messages: Message[] = [];
  const context = { formats: [id], manifest: '', report: (message: Message) => void messages.push(message) } as unknown as OutputContext;
  const output = await outputs[id]();
  const files = await output.render(JSON.parse(JSON.stringify(assessment)) as Assessment, context);
  return { files, ids: messages.map(({ id: own }) => own), messages };
}
