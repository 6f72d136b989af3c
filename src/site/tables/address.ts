/**
 * The state of a table in the hash of the address, so that a link shows the same rows and no server sees what was searched for. A hash
 * without `=` is the anchor of a row.
 */

export interface TableState {
  readonly query: string;
  /** The column by which the rows are sorted. */
  readonly column: string;
  readonly isDescending: boolean;
}

const hasOneTable = (): boolean => document.querySelectorAll('.factors').length === 1;
const keyOf = (table: string, key: string): string => (hasOneTable() ? key : `${table}.${key}`);
const parameters = (): URLSearchParams => new URLSearchParams(location.hash.includes('=') ? location.hash.slice(1) : '');

export function readState(table: string): TableState {
  const found = parameters();
  return {
    query: found.get(keyOf(table, 'q')) ?? '',
    column: found.get(keyOf(table, 'sort')) ?? '',
    isDescending: found.get(keyOf(table, 'order')) === 'descending',
  };
}

/** Replaces the entry of the history: a filter that is typed would fill it otherwise. */
export function writeState(table: string, { query, column, isDescending }: TableState): void {
  const next = parameters();
  const put = (key: string, value: string): void => {
    if (value === '') next.delete(keyOf(table, key));
    else next.set(keyOf(table, key), value);
  };
  put('q', query);
  put('sort', column);
  put('order', column !== '' && isDescending ? 'descending' : '');
  history.replaceState(null, '', `#${next.toString()}`);
}
