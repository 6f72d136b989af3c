import bloom from '../../../fixtures/runs/bloom/carboncard.yaml';
import least from '../../../fixtures/runs/least/carboncard.yaml';
import { addressOf, textFrom } from '../../calculator/address.js';
import type { Calculation, DraftedManifest, Dropped } from '../../calculator/calculation.js';
import { createSettled } from '../../calculator/settled.js';
import { type Shown, wireDownloads } from './buttons.js';
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
/** What the buttons give. */
const shown = createSettled<Shown>();
let timer: ReturnType<typeof setTimeout> | undefined;

const editor = createEditor(() => {
  attempt(calculate);
  clearTimeout(timer);
  timer = setTimeout(() => attempt(async () => void (await keepInAddress())), rest);
});

async function calculate(): Promise<void> {
  const text = editor.text();
  if (!(await shown.during(calculated(text)))) return;
  // Its figures come before its charts, which take longer to draw.
  const { html } = (await worker.ask('draw', { text })) ?? {};
  if (html !== undefined && text === editor.text()) preview.draw(html);
}

/** @returns Whether the text is calculated and has no error. */
async function calculated(text: string): Promise<boolean> {
  const calculation = await worker.ask('calculate', { text });
  if (calculation === undefined) return false;
  const { result } = calculation;
  shown.set(result === undefined ? undefined : { text, result });
  show(calculation);
  return result !== undefined;
}

function show({ findings, result }: Calculation): void {
  editor.show(findings);
  byId('result', HTMLElement).classList.toggle('stale', result === undefined);
  byId('counts', HTMLElement).textContent = countsText(findings);
  if (result === undefined) return;
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

/** Begins with another manifest: files of the one before are not its files, even where it names them alike. */
async function open(text: string): Promise<void> {
  // The worker answers in this order, so the text is there at once.
  const opened = worker.ask('open', { text, files: [] });
  editor.set(text);
  await shown.during(opened);
}

function showDropped(dropped: Dropped): void {
  if (dropped.kind === 'refused') announce(dropped.why);
  else if (dropped.kind === 'named') {
    attempt(calculate);
    announce(`The page reads ${dropped.names.join(', ')}, which the manifest names.`);
  } else if (dropped.kind === 'manifest') {
    editor.set(dropped.text);
    const { unnamed } = dropped;
    announce(
      unnamed.length === 0
        ? 'The manifest is written.'
        : `The manifest does not name ${unnamed.join(', ')}, so the page did not read ${unnamed.length === 1 ? 'it' : 'them'}.`,
    );
  } else if (dropped.draft.text === undefined) {
    editor.show(dropped.draft.findings);
    announce('The log could not be read: see the errors below the manifest.');
  } else {
    editor.set(dropped.draft.text);
    announceQuestions(dropped.draft);
  }
}

function announceQuestions({ openQuestions }: DraftedManifest): void {
  announce(
    openQuestions === undefined || openQuestions === 0
      ? 'The manifest is written.'
      : `The manifest is written, with ${openQuestions} open questions.`,
  );
}

/** Takes the manifest of the address; where it holds none, that of the beginning, and later the text stays that is there. */
async function readAddress(beginning?: string): Promise<void> {
  const text = await textFrom(location.hash);
  if (location.hash !== '' && text === undefined) announce('The address holds no calculation that this version can read.');
  const opened = text ?? beginning;
  if (opened !== undefined) await open(opened);
}

wireForm(worker, async (draft) => {
  if (draft.text === undefined) return;
  await open(draft.text);
  announceQuestions(draft);
});
wireDrop(worker, { text: editor.text, show: showDropped, during: shown.during });
wireDownloads(worker, { text: editor.text, shown: shown.value, keepInAddress });
byId('example-least', HTMLButtonElement).addEventListener('click', () => attempt(() => open(least)));
byId('example-bloom', HTMLButtonElement).addEventListener('click', () => attempt(() => open(bloom)));
// Keeps the page's files in the browser; without it, and from a disk, the page works all the same while it is open.
navigator.serviceWorker?.register('offline.js').catch(() => undefined);
addEventListener('hashchange', () => attempt(() => readAddress()));
attempt(() => readAddress(least));
