import type { DraftedManifest } from '../../calculator/calculation.js';
import { announce, attempt, byId } from './elements.js';
import type { Worked } from './questions.js';

/** A log that is larger is read by the command line, which keeps no log in memory. */
const maxBytes = 200_000_000;

/** Logs that are dropped on the page, or chosen: read here, and sent nowhere. A manifest is taken as it is. */
export function wireDrop(worker: Worked, take: (draft: DraftedManifest) => void): void {
  const input = byId('files', HTMLInputElement);
  const read = (files: readonly File[]): void => attempt(() => readFiles(files, worker, take));
  input.addEventListener('change', () => {
    read([...(input.files ?? [])]);
    input.value = '';
  });
  const zone = document.body;
  zone.addEventListener('dragover', (event) => {
    event.preventDefault();
    zone.classList.add('dropping');
  });
  zone.addEventListener('dragleave', () => zone.classList.remove('dropping'));
  zone.addEventListener('drop', (event) => {
    event.preventDefault();
    zone.classList.remove('dropping');
    read([...(event.dataTransfer?.files ?? [])]);
  });
}

async function readFiles(files: readonly File[], worker: Worked, take: (draft: DraftedManifest) => void): Promise<void> {
  if (files.length === 0) return;
  const large = files.find(({ size }) => size > maxBytes);
  if (large !== undefined) {
    announce(`${large.name} is larger than ${maxBytes / 1e6} MB. Run \`carboncard init ${large.name}\`, which reads logs of any size.`);
    return;
  }
  const texts = await Promise.all(files.map(async (file) => ({ name: file.name, text: await file.text() })));
  const [first] = texts;
  if (texts.length === 1 && first !== undefined && /\.ya?ml$/i.test(first.name)) {
    take({ text: first.text, findings: [] });
    return;
  }
  const draft = await worker.ask('logs', texts);
  if (draft !== undefined) take(draft);
}
