import type { DraftedManifest, NamedText } from '../../calculator/calculation.js';
import { announce, attempt, byId } from './elements.js';
import type { Worked } from './questions.js';

/** A log that is larger is read by the command line, which keeps no log in memory. */
const maxBytes = 200_000_000;

/** What a dropped file is for. */
interface Dropped {
  /** The text of the manifest. */
  readonly text: () => string;
  /** Takes a manifest: one that was dropped, or one that was made of logs. */
  readonly take: (draft: DraftedManifest) => void;
  /** Files that the manifest names are here. */
  readonly given: () => void;
}

/**
 * Files that are dropped on the page, or chosen: read here, and sent nowhere. A manifest is taken as it is, and what it names is read
 * beside it. Other logs become a manifest.
 */
export function wireDrop(worker: Worked, dropped: Dropped): void {
  const input = byId('files', HTMLInputElement);
  const read = (files: readonly File[]): void => attempt(() => readFiles(files, worker, dropped));
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

async function readFiles(files: readonly File[], worker: Worked, { text, take, given }: Dropped): Promise<void> {
  if (files.length === 0) return;
  const large = files.find(({ size }) => size > maxBytes);
  if (large !== undefined) {
    announce(`${large.name} is larger than ${maxBytes / 1e6} MB. Run \`carboncard init ${large.name}\`, which reads logs of any size.`);
    return;
  }
  const texts = await Promise.all(files.map(async (file) => ({ name: file.name, text: await file.text() })));
  const named = (await worker.ask('give', { text: text(), files: texts })) ?? [];
  const manifest = manifestIn(texts.filter(({ name }) => !named.includes(name)));
  if (manifest !== undefined) {
    const others = texts.filter((one) => one !== manifest);
    const taken = (await worker.ask('give', { text: manifest.text, files: others })) ?? [];
    take({ text: manifest.text, findings: [] });
    const left = others.flatMap(({ name }) => (taken.includes(name) ? [] : [name]));
    if (left.length > 0) announce(`The manifest does not name ${left.join(', ')}, so the page did not read it.`);
    return;
  }
  if (named.length > 0) {
    given();
    announce(`The page reads ${named.join(', ')}, which the manifest names.`);
    return;
  }
  const draft = await worker.ask('logs', texts);
  if (draft !== undefined) take(draft);
}

/** The manifest among files: of several, the one that names the others. */
function manifestIn(texts: readonly NamedText[]): NamedText | undefined {
  const all = texts.filter(({ name }) => /\.ya?ml$/i.test(name));
  return all.find((one) => all.every((other) => other === one || one.text.includes(other.name))) ?? all[0];
}
