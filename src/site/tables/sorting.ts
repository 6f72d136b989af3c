import { folded } from './folded.js';

/** Sorts the rows of a table by the column whose head is pressed: ascending, descending, as they were. */
export class Sorting {
  readonly #heads: readonly HTMLTableCellElement[];
  readonly #rows: readonly HTMLTableRowElement[];
  #column = '';
  #isDescending = false;

  constructor(element: HTMLElement, rows: readonly HTMLTableRowElement[], changed: () => void) {
    this.#rows = rows;
    this.#heads = [...element.querySelectorAll<HTMLTableCellElement>('thead th')];
    for (const head of this.#heads) {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener('click', () => {
        const column = nameOf(head);
        const isSame = column === this.#column;
        this.sort(isSame && this.#isDescending ? '' : column, isSame);
        changed();
      });
    }
  }

  get state(): { readonly column: string; readonly isDescending: boolean } {
    return { column: this.#column, isDescending: this.#isDescending };
  }

  /** @param column Empty puts the rows back as they were. */
  sort(column: string, isDescending: boolean): void {
    const at = this.#heads.findIndex((head) => nameOf(head) === column);
    const [before, beforeDescending] = [this.#column, this.#isDescending];
    this.#column = at < 0 ? '' : column;
    this.#isDescending = at >= 0 && isDescending;
    if (before === this.#column && beforeDescending === this.#isDescending) return;
    for (const [index, head] of this.#heads.entries()) {
      if (index === at) head.setAttribute('aria-sort', this.#isDescending ? 'descending' : 'ascending');
      else head.removeAttribute('aria-sort');
    }
    this.#rows[0]?.parentElement?.append(...(at < 0 ? this.#rows : this.#sorted(at)));
  }

  /** A cell without a value is last, whichever way the others are sorted. */
  #sorted(at: number): readonly HTMLTableRowElement[] {
    const keyed = this.#rows.map((row) => ({ row, key: keyOf(row.cells[at]) }));
    const sign = this.#isDescending ? -1 : 1;
    return keyed
      .toSorted((a, b) => (a.key === undefined || b.key === undefined ? lastOf(a.key, b.key) : sign * order(a.key, b.key)))
      .map(({ row }) => row);
  }
}

type Key = number | string | undefined;

function keyOf(cell: HTMLTableCellElement | undefined): Key {
  const number = cell?.dataset['sort'];
  if (number !== undefined) return Number(number);
  if (cell?.classList.contains('number') === true) return undefined;
  const text = folded(cell?.textContent?.trim() ?? '');
  return text === '' || text === '–' ? undefined : text;
}

const lastOf = (a: Key, b: Key): number => Number(a === undefined) - Number(b === undefined);

function order(a: number | string, b: number | string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The column as the address has it: `value` of `Value (g CO₂e/kWh)`. */
function nameOf(head: HTMLElement): string {
  return (head.textContent ?? '')
    .replace(/ \(.*/, '')
    .trim()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-');
}
