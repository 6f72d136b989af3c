import { readFileSync, existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readdirSync } from 'node:fs';
import { figuresIn, isKnown, numbersOf } from '../../golden/figures.js';
import { pdfText } from '../../pdf/pdf-text.js';

const templates = readdirSync('templates/sections').map((file) => readFileSync(`templates/sections/${file}`, 'utf8'));
const ofTemplates = new Set(templates.flatMap((text) => figuresIn(text).map(({ text: figure }) => figure)));
it.each(readdirSync('/tmp/look/r'))('%s', async (slug) => {
  const d = `/tmp/look/r/${slug}`;
  const a = JSON.parse(readFileSync(`${d}/assessment.json`, 'utf8'));
  const known = numbersOf(a);
  const check = (t: string) => figuresIn(t).filter((f) => !ofTemplates.has(f.text) && !isKnown(f, known)).filter(({ value, unit }) => unit !== undefined || !Number.isInteger(value) || value > a.sources.length).map((f) => f.text);
  console.log(slug, check(readFileSync(`${d}/carbon.md`, 'utf8')), existsSync(`${d}/carbon.pdf`) ? check((await pdfText(`${d}/carbon.pdf`)).join('\n')) : '');
}, 60000);
