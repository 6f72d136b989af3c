import type { DraftedManifest } from '../../calculator/calculation.js';
import { attempt, byId } from './elements.js';
import type { Worked } from './questions.js';

/** The form of five fields, and a year: it writes the manifest. */
export function wireForm(worker: Worked, take: (draft: DraftedManifest) => Promise<void>): void {
  const form = byId('form', HTMLFormElement);
  const field = (name: string): string => byId(`field-${name}`, HTMLInputElement).value.trim();
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    attempt(async () => {
      const [count, device, hours] = [field('count'), field('hardware'), field('hours')];
      const draft = await worker.ask('form', {
        model: field('model'),
        hardware: device === '' || count === '' ? device : `${count} x ${device}`,
        time: hours === '' ? '' : `${hours} h`,
        place: field('place'),
        year: field('year'),
      });
      if (draft !== undefined) await take(draft);
    });
  });
  attempt(async () => {
    const words = await worker.ask('suggestions', null);
    if (words === undefined) return;
    suggest('hardware-names', words.hardware);
    suggest('place-names', words.places);
  });
}

function suggest(id: string, words: readonly string[]): void {
  byId(id, HTMLDataListElement).replaceChildren(
    ...words.map((word) => {
      const option = document.createElement('option');
      option.value = word;
      return option;
    }),
  );
}
