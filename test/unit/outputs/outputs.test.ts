import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Assessment } from '../../../src/assessment/assessment.js';
import { isPrinted, type OutputId, outputIds, outputTexts, reportFile } from '../../../src/outputs/ids.js';
import { outputs } from '../../../src/outputs/index.js';
import type { Output, OutputContext, OutputFiles } from '../../../src/outputs/output.js';
import { assessFile } from '../../../src/verbs/shared/assess.js';
import { readRenderContext } from '../../../src/verbs/shared/render-context.js';

const file = 'fixtures/runs/bloom/carboncard.yaml';
let assessment: Assessment;
let context: OutputContext;
beforeAll(async () => {
  ({ assessment } = await assessFile(file));
  context = { ...(await readRenderContext(undefined)), formats: outputIds, manifest: readFileSync(file, 'utf8'), report: () => undefined };
}, 30_000);

async function filesOf(id: OutputId, more: Partial<OutputContext> = {}): Promise<OutputFiles> {
  const output = await outputs[id]();
  return output.render(assessment, { ...context, ...more });
}

describe('an output', () => {
  it.each(outputIds)('%s has the id of its entry', async (id) => {
    expect((await outputs[id]()).id).toBe(id);
  });

  it.each(outputIds)('%s is known to be printed before it is loaded, where it is', async (id) => {
    const output: Output = await outputs[id]();
    expect(isPrinted(id)).toBe(output.needs?.page === true);
  });

  it.each([
    'md',
    'json',
    'charts',
    'html',
    'tex',
    'bib',
    'csv',
    'checklist',
  ] as const)('%s writes the files that its text names, the same bytes twice', async (id) => {
    const files = await filesOf(id);
    expect(files.size).toBeGreaterThan(0);
    const own = id === 'md' ? [outputTexts.md.files, reportFile] : [outputTexts[id].files];
    for (const path of files.keys()) expect(own.some((file) => path.startsWith(file))).toBe(true);
    expect([...(await filesOf(id))]).toEqual([...files]);
  }, 30_000);
});

it('md shows charts only where they are written beside it', async () => {
  const shown = (files: OutputFiles) => String(files.get('carbon.md')).includes('](charts/');
  expect([shown(await filesOf('md')), shown(await filesOf('md', { formats: ['md'] }))]).toEqual([true, false]);
});

it('json is the whole assessment', async () => {
  expect(JSON.parse(String((await filesOf('json')).get('assessment.json')))).toEqual(JSON.parse(JSON.stringify(assessment)));
});

it('charts are SVG, PNG and spec of each', async () => {
  const files = [...(await filesOf('charts')).keys()];
  expect(files.length % 3).toBe(0);
  expect(files.slice(0, 3)).toEqual(['charts/breakdown.svg', 'charts/breakdown.png', 'charts/breakdown.vl.json']);
}, 30_000);

it('pdf prints one document in the page that it is given, and needs one', async () => {
  const printed: string[] = [];
  const stop = new Error('printed');
  const page = {
    print: async (html: string) => {
      printed.push(html);
      throw stop;
    },
  };
  await expect(filesOf('pdf', { page })).rejects.toBe(stop);
  await expect(filesOf('pdf')).rejects.toThrow(TypeError);
  expect(printed.map((html) => html.includes('<svg') && html.includes('Carbon footprint of BLOOM'))).toEqual([true]);
}, 30_000);
