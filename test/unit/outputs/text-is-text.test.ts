import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { raw } from 'hast-util-raw';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { parse as parseToml } from 'smol-toml';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { afterAll, describe, expect, it } from 'vitest';
import type { Assessment } from '../../../src/assessment/assessment.js';
import { type OutputId, outputIds } from '../../../src/outputs/ids.js';
import { outputs } from '../../../src/outputs/index.js';
import type { OutputFiles } from '../../../src/outputs/output.js';
import { unescapeXml } from '../../../src/render/svg.js';
import { asLine } from '../../../src/render/tokens.js';
import { assessFile } from '../../../src/verbs/shared/assess.js';
import { readRenderContext } from '../../../src/verbs/shared/render-context.js';
import { texWords } from './tex-words.js';

/** Names that are markup, a command or a formula somewhere. */
const hostile = {
  'a table cell': 'A | B || C',
  HTML: '<script>alert(1)</script>',
  'an HTML entity': 'R&amp;D &lt;b&gt;',
  Handlebars: '{{model}} {{#each x}}',
  Markdown: '**bold** _it_ `code` ](http://a) [x]: # ![i](j)',
  TeX: '\\input{/etc/passwd} $x^2$ 100% #1 A_B ~ {y}',
  'a formula': '=cmd()|calc!A1',
  'another formula': '+1+1 @SUM(A1)',
  quotes: '"double" \'single\' “curly”',
  'a line break': 'first\nsecond',
  'a right-to-left mark': 'abc\u202Edef',
  'other scripts': '模型 نموذج é ß 🤗',
};

/** What a person or a program reads in the files of a format: all its text. */
const readers = {
  md: (files) => [...files.values()].map((text) => markdownText(String(text))).join('\n'),
  json: (files) => strings(JSON.parse(String(files.get('assessment.json')))).join('\n'),
  // A chart names phases, and no model.
  charts: (files) => [...files].flatMap(([path, text]) => (path.endsWith('.json') ? strings(JSON.parse(String(text))) : [])).join('\n'),
  boamps: (files) => [...files.values()].flatMap((text) => strings(JSON.parse(String(text)))).join('\n'),
  pdf: (files) => htmlText(String(files.get('page.html'))),
  html: (files) => htmlText(String(files.get('carbon.html'))),
  tex: (files) => texWords(String(files.get('carbon.tex'))),
  bib: (files) => texWords(String(files.get('carbon.bib'))),
  csv: (files) =>
    parse(String(files.get('carbon.csv')))
      .flat()
      .join('\n'),
  checklist: (files) => markdownText(String(files.get('checklist.md'))),
  cyclonedx: (files) => strings(JSON.parse(String(files.get('cyclonedx.json')))).join('\n'),
  spdx: (files) => strings(JSON.parse(String(files.get('spdx.json')))).join('\n'),
  eu: (files) => markdownText(String(files.get('eu.md'))),
  sci: (files) => strings(JSON.parse(String(files.get('sci.json')))).join('\n'),
  badge: (files) => unescapeXml(String(files.get('badge.svg'))),
  carbontxt: (files) => strings(parseToml(String(files.get('carbon.txt')))).join('\n'),
} as const satisfies Readonly<Record<OutputId, (files: OutputFiles) => string>>;

const folder = await mkdtemp(join(tmpdir(), 'carboncard-text-'));
afterAll(() => rm(folder, { recursive: true }));
const context = await readRenderContext(undefined);

describe.each(Object.entries(hostile))('%s', (kind, text) => {
  it.each(outputIds)('is text in %s', async (id) => {
    const shown = readers[id](await filesOf(id, await assessed(kind, text)));
    expect(bare(shown)).toContain(bare(asLine(text)));
  }, 60_000);
});

/** A model, a phase and a source of that name. */
async function assessed(kind: string, text: string): Promise<{ readonly assessment: Assessment; readonly manifest: string }> {
  const phase = (more: object) => ({ phase: 'training', ...more, energy: { value: '120 kWh', cite: text }, year: 2024 });
  const manifest = JSON.stringify({
    model: { name: text, slug: 'named' },
    location: 'France',
    phases: [phase({ name: text }), phase({ name: 'other' })],
    report: { authors: [text], date: '2026-01-02', url: 'https://example.org/card.md' },
  });
  const file = join(folder, `${kind.replaceAll(/\W/g, '-')}.json`);
  writeFileSync(file, manifest);
  return { assessment: (await assessFile(file)).assessment, manifest };
}

async function filesOf(id: OutputId, { assessment, manifest }: Awaited<ReturnType<typeof assessed>>): Promise<OutputFiles> {
  const files = new Map<string, Uint8Array | string>();
  const stop = new Error('printed');
  const page = {
    print: (html: string) => {
      files.set('page.html', html);
      return Promise.reject(stop);
    },
  };
  const output = await outputs[id]();
  const whole = { ...context, page, formats: outputIds, manifest, report: () => undefined };
  try {
    for (const [path, content] of await output.render(assessment, whole)) files.set(path, content);
  } catch (error) {
    if (error !== stop) throw error;
  }
  return files;
}

function markdownText(markdown: string): string {
  const tree = unified().use(remarkParse).use(remarkGfm).parse(markdown);
  let text = '';
  visit(tree, (node) => {
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') text += node.value;
    if (node.type === 'image') text += node.alt ?? '';
  });
  return text;
}

function htmlText(html: string): string {
  let text = '';
  visit(raw({ type: 'root', children: [{ type: 'raw', value: html }] }), (node) => {
    if (node.type === 'text') text += node.value;
  });
  return text;
}

/** All texts in a value of JSON. */
function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

/** Without blanks and marks that keep a line together or isolate it: formats put them where they break lines. */
function bare(text: string): string {
  return text.replaceAll(/[\s\u2060\u2066-\u2069\u202a-\u202e\ufeff]/g, '');
}
