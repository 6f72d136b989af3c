import bloom from '../../../fixtures/runs/bloom/carboncard.yaml';
import least from '../../../fixtures/runs/least/carboncard.yaml';
import { addressOf, textFrom } from '../../calculator/address.js';
import type { Calculation, DraftedManifest, Result } from '../../calculator/calculation.js';
import { wireDownloads } from './buttons.js';
import { wireDrop } from './drop.js';
import { createEditor } from './editor.js';
import { announce, attempt, byId } from './elements.js';
import { wireForm } from './form.js';
import { createPreview } from './preview.js';
import { startWorker } from './questions.js';

/** Milliseconds without a keystroke after which the address takes the text. */
const rest = 400;

const worker = startWorker();
const preview = createPreview();
let latest: Result | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

const editor = createEditor(() => {
  attempt(calculate);
  clearTimeout(timer);
  timer = setTimeout(() => attempt(async () => void (await keepInAddress())), rest);
});

async function calculate(): Promise<void> {
  const text = editor.text();
  const calculation = await worker.ask('calculate', { text });
  if (calculation === undefined) return;
  show(calculation);
  if (calculation.result === undefined) return;
  // Its figures come before its charts, which take longer to draw.
  const { html } = (await worker.ask('draw', { text })) ?? {};
  if (html !== undefined && text === editor.text()) preview.draw(html);
}

function show({ findings, result }: Calculation): void {
  editor.show(findings);
  byId('result', HTMLElement).classList.toggle('stale', result === undefined);
  byId('counts', HTMLElement).textContent = countsText(findings);
  if (result === undefined) return;
  latest = result;
  preview.frame(result.html);
  byId('markdown', HTMLElement).textContent = result.section;
  byId('explanation', HTMLElement).textContent = result.explanation;
  byId('json', HTMLElement).textContent = result.json;
  document.title = `${result.name} · carboncard calculator`;
}

function countsText(findings: Calculation['findings']): string {
  const counted = (severity: 'error' | 'warning'): readonly string[] => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}${count === 1 ? '' : 's'}`];
  };
  const [errors, warnings] = [counted('error'), counted('warning')];
  if (errors.length === 0) return `${['No errors', ...warnings].join(', ')}.`;
  return `${[...errors, ...warnings].join(', ')}. The section is the last one without errors.`;
}

/** @returns Whether the address holds the manifest. One that is too long is in no address, and an old one would be wrong. */
async function keepInAddress(): Promise<boolean> {
  const address = await addressOf(editor.text());
  history.replaceState(null, '', address === undefined ? location.pathname : `#${address}`);
  return address !== undefined;
}

function take({ text, findings, openQuestions }: DraftedManifest): void {
  if (text === undefined) {
    editor.show(findings);
    announce('The log could not be read: see the errors below the manifest.');
    return;
  }
  editor.set(text);
  announce(
    openQuestions === undefined || openQuestions === 0
      ? 'The manifest is written.'
      : `The manifest is written, with ${openQuestions} open questions.`,
  );
}

async function begin(): Promise<void> {
  const text = await textFrom(location.hash);
  if (location.hash !== '' && text === undefined) announce('The address holds no calculation that this version can read.');
  editor.set(text ?? least);
}

wireForm(worker, take);
wireDrop(worker, { text: editor.text, take, given: () => attempt(calculate) });
wireDownloads(worker, { text: editor.text, result: () => latest, keepInAddress });
byId('example-least', HTMLButtonElement).addEventListener('click', () => editor.set(least));
byId('example-bloom', HTMLButtonElement).addEventListener('click', () => editor.set(bloom));
// Keeps the page's files in the browser; without it, and from a disk, the page works all the same while it is open.
navigator.serviceWorker?.register('offline.js').catch(() => undefined);
addEventListener('hashchange', () => attempt(begin));
attempt(begin);
