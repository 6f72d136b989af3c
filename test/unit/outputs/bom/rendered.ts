import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Assessment } from '../../../../src/assessment/assessment.js';
import type { Message } from '../../../../src/diagnostics/message.js';
import { type OutputId, outputIds, outputTexts } from '../../../../src/outputs/ids.js';
import { outputs } from '../../../../src/outputs/index.js';
import type { OutputContext } from '../../../../src/outputs/output.js';
import { assessFile } from '../../../../src/verbs/shared/assess.js';
import { readRenderContext } from '../../../../src/verbs/shared/render-context.js';

const context = await readRenderContext(undefined);
const folder = mkdtempSync(join(tmpdir(), 'carboncard-bom-'));

/** Manifests of all fixtures. */
export const fixtures = readdirSync('fixtures/runs').map((name) => `fixtures/runs/${name}/carboncard.yaml`);

export interface Rendered {
  readonly text: string;
  readonly json: unknown;
  readonly messages: readonly Message[];
}

/** The file of a format that writes one, and what it reports. */
export async function rendered(id: OutputId, assessment: Assessment, more: Partial<OutputContext> = {}): Promise<Rendered> {
  const messages: Message[] = [];
  const output = await outputs[id]();
  const whole = { ...context, formats: outputIds, manifest: '', report: (message: Message) => void messages.push(message), ...more };
  const text = String((await output.render(assessment, whole)).get(outputTexts[id].files));
  return { text, json: JSON.parse(text), messages };
}

/** The assessment of a manifest that a test has as a value. */
export async function assessed(manifest: object, name = 'carboncard.json'): Promise<Assessment> {
  return (await assessFile(written(JSON.stringify(manifest), name))).assessment;
}

/** A file with that text. */
export function written(text: string, name: string): string {
  const file = join(mkdtempSync(join(folder, 'one-')), name);
  writeFileSync(file, text);
  return file;
}
