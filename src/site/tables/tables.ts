import { readState, writeState } from './address.js';
import { Filter } from './filter.js';
import { Sorting } from './sorting.js';

/** Every table of a page that can be filtered gets its field and its buttons; what the address says is done first. */
function start(): void {
  const all = [...document.querySelectorAll<HTMLElement>('.factors')];
  const parts = all.flatMap((element) => {
    const id = element.dataset['table'] ?? '';
    const rows = [...element.querySelectorAll<HTMLTableRowElement>('tbody tr')];
    const changed = (): void => writeState(id, { query: filter?.query ?? '', ...sorting.state });
    const sorting = new Sorting(element, rows, changed);
    const form = element.querySelector<HTMLFormElement>('form.filter');
    const filter = form === null ? undefined : new Filter(form, rows, changed);
    return [{ id, sorting, filter }];
  });
  const show = (): void => {
    for (const { id, sorting, filter } of parts) {
      const { query, column, isDescending } = readState(id);
      filter?.set(query);
      sorting.sort(column, isDescending);
    }
  };
  show();
  addEventListener('hashchange', show);
}

start();
