import { folded } from './folded.js';

/** The field above a table: it shows the rows that have every word of the query, and says how many they are. */
export class Filter {
  readonly #field: HTMLInputElement;
  readonly #status: HTMLElement;
  readonly #elsewhere: HTMLElement;
  readonly #rows: readonly HTMLTableRowElement[];
  #found: readonly Searched[] | undefined;

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
    this.#found ??= this.#rows.map(searchedIn);
    let shown = 0;
    for (const { row, text, names } of this.#found) {
      row.hidden = !matches(words, text, names);
      if (!row.hidden) shown += 1;
    }
    const all = this.#rows.length;
    this.#status.textContent = words.length === 0 ? `${all} rows` : `${shown} of ${all} rows`;
    this.#showElsewhere(words);
  }

  /** A year in the query is on a page of its own, where the table has one for each year. */
  #showElsewhere(words: readonly string[]): void {
    const link = words.flatMap((word) => [...document.querySelectorAll<HTMLAnchorElement>(`a[data-year="${CSS.escape(word)}"]`)])[0];
    const year = link?.dataset['year'];
    this.#elsewhere.hidden = link === undefined || link.getAttribute('aria-current') === 'page';
    if (this.#elsewhere.hidden || link === undefined || year === undefined) return;
    const rest = words.filter((word) => word !== year).join(' ');
    const target = document.createElement('a');
    target.href = `${link.getAttribute('href') ?? ''}#${new URLSearchParams({ q: rest }).toString()}`;
    target.textContent = rest === '' ? `rows of ${year}` : `${rest}, ${year}`;
    this.#elsewhere.replaceChildren('On the page of this year: ', target);
  }
}

/** What a row is found by: its text, and the names of its country. */
interface Searched {
  readonly row: HTMLTableRowElement;
  readonly text: string;
  readonly names: readonly string[];
}

function searchedIn(row: HTMLTableRowElement): Searched {
  const names = globalThis.carboncardCountryNames?.get(row.dataset['zone'] ?? '')?.split('|') ?? [];
  return { row, text: folded([...row.cells].map(({ textContent }) => textContent).join(' ')), names: names.map(folded) };
}

/**
 * Whether a row has every word. What its text has not may begin a name of its country: `frankreich 2022`. A name in the middle of
 * another is none, or `france` would find Guayana Francesa.
 */
function matches(words: readonly string[], text: string, names: readonly string[]): boolean {
  const others = words.filter((word) => !text.includes(word)).join(' ');
  if (others === '') return true;
  const spoken = words.filter((word) => !/\d/.test(word)).join(' ');
  const isRest = words.every((word) => text.includes(word) || !/\d/.test(word));
  return names.some((name) => name.startsWith(others) || (isRest && name.startsWith(spoken)));
}

function part<Kind extends HTMLElement>(form: HTMLElement, selector: string): Kind {
  const found = form.querySelector<Kind>(selector);
  if (found === null) throw new Error(`The filter has no ${selector}.`);
  return found;
}
