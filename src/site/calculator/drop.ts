import type { Dropped } from '../../calculator/calculation.js';
import { announce, attempt, byId } from './elements.js';
import type { Worked } from './questions.js';

/** A log that is larger is read by the command line, which keeps no log in memory. */
const maxBytes = 200_000_000;

/** What dropped files are handed to. */
interface Receiver {
  /** The text of the manifest. */
  readonly text: () => string;
  /** Shows what the files were for. */
  readonly show: (dropped: Dropped) => void;
  /** Files are read, which may change what is shown. */
  readonly during: (work: Promise<void>) => Promise<void>;
}

/** Files that are dropped on the page, or chosen: read here, and sent nowhere. */
export function wireDrop(worker: Worked, receiver: Receiver): void {
  const input = byId('files', HTMLInputElement);
  // One after the other: what files are for depends on the manifest that those before left.
  let before = Promise.resolve();
  const read = (files: readonly File[]): void => {
    const work = before.then(() => readFiles(files, worker, receiver));
    before = work.catch(() => undefined);
    attempt(() => receiver.during(work));
  };
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

async function readFiles(files: readonly File[], worker: Worked, { text, show }: Receiver): Promise<void> {
  if (files.length === 0) return;
  const large = files.find(({ size }) => size > maxBytes);
  if (large !== undefined) {
    announce(`${large.name} is larger than ${maxBytes / 1e6} MB. Run \`carboncard init ${large.name}\`, which reads logs of any size.`);
    return;
  }
  const texts = await Promise.all(files.map(async (file) => ({ name: file.name, text: await file.text() })));
  const dropped = await worker.ask('drop', { text: text(), files: texts });
  if (dropped !== undefined) show(dropped);
}
