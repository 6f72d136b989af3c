import { folded } from './folded.js';

/** The field above a table: it shows the rows that have every word of the query, and says how many they are. */
export class Filter {
  readonly #field: HTMLInputElement;
  readonly #status: HTMLElement;
  readonly #elsewhere: HTMLElement;
  readonly #rows: readonly HTMLTableRowElement[];
  #texts: readonly string[] | undefined;

  constructor(form: HTMLFormElement, rows: readonly HTMLTableRowElement[], changed: () => void) {
    this.#field = part(form, 'input');
    this.#status = part(form, '[role=status]');
    this.#elsewhere = part(form, '.elsewhere');
    this.#rows = rows;
    this.#field.addEventListener('input', () => {
      this.#apply();
      changed();
    });
    form.addEventListener('submit', (event) => event.preventDefault());
    form.hidden = false;
  }

  get query(): string {
    return this.#field.value.trim();
  }

  set(query: string): void {
    if (query === this.query) return;
    this.#field.value = query;
    this.#apply();
  }

  #apply(): void {
    const words = folded(this.query)
      .split(/\s+/)
      .filter((word) => word !== '');
    this.#texts ??= this.#rows.map(textOf);
    let shown = 0;
    for (const [at, row] of this.#rows.entries()) {
      const text = this.#texts[at] ?? '';
      row.hidden = !words.every((word) => text.includes(word));
      if (!row.hidden) shown += 1;
    }
    const all = this.#rows.length;
    this.#status.textContent = words.length === 0 ? `${all} rows` : `${shown === 0 ? 'No row' : shown} of ${all} rows`;
    this.#showElsewhere(words);
  }

  /** A year in the query is on a page of its own, where the table has one for each year. */
  #showElsewhere(words: readonly string[]): void {
    const link = words.flatMap((word) => [...document.querySelectorAll<HTMLAnchorElement>(`a[data-year="${CSS.escape(word)}"]`)])[0];
    const year = link?.dataset['year'];
    this.#elsewhere.hidden = link === undefined || link.ariaCurrent === 'page' || link.getAttribute('aria-current') === 'page';
    if (this.#elsewhere.hidden || link === undefined || year === undefined) return;
    const rest = words.filter((word) => word !== year).join(' ');
    const target = document.createElement('a');
    target.href = `${link.getAttribute('href') ?? ''}#${new URLSearchParams({ q: rest }).toString()}`;
    target.textContent = rest === '' ? `rows of ${year}` : `${rest}, ${year}`;
    this.#elsewhere.replaceChildren('On the page of this year: ', target);
  }
}

/** What a row is found by: its text, and the names of its country in other languages. */
function textOf(row: HTMLTableRowElement): string {
  const names = globalThis.carboncardCountryNames?.get(row.dataset['zone'] ?? '') ?? '';
  const cells = [...row.cells].map(({ textContent }) => textContent);
  return folded(`${cells.join(' ')} ${names}`);
}

function part<Kind extends HTMLElement>(form: HTMLElement, selector: string): Kind {
  const found = form.querySelector<Kind>(selector);
  if (found === null) throw new Error(`The filter has no ${selector}.`);
  return found;
}
