import { type Found, finder } from './find.js';
import type { SearchIndex } from './terms.js';

/** Results that a reader looks through before other words are typed. */
const maxShown = 12;

declare global {
  /** What the script of the index assigns. */
  var carboncardSearch: SearchIndex | undefined;
}

const own = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : location.href;
let loading: Promise<(words: string) => readonly Found[]> | undefined;

const field = document.querySelector('#search');
const form = document.querySelector('form.search');
const status = document.querySelector('#search-status');
const list = document.querySelector('#search-results');

if (field instanceof HTMLInputElement && form instanceof HTMLElement && status instanceof HTMLElement && list instanceof HTMLOListElement) {
  start({ field, form, status, list });
}

interface Places {
  readonly field: HTMLInputElement;
  readonly form: HTMLElement;
  readonly status: HTMLElement;
  readonly list: HTMLOListElement;
}

/** Makes the field search while words are typed. Without this script, its form leads to the list of all pages. */
function start(places: Places): void {
  const { field, form, list } = places;
  const update = async (): Promise<void> => {
    const words = field.value.trim();
    if (words === '') return close(places);
    try {
      const find = await loadedIndex();
      if (words === field.value.trim()) show(places, words, find(words));
    } catch {
      show(places, words, undefined);
    }
  };
  field.addEventListener('focus', () => {
    void update();
    loadedIndex().catch(() => undefined);
  });
  field.addEventListener('input', () => void update());
  form.addEventListener('submit', (event) => {
    // Without a result yet, the form opens the page of the search.
    const first = list.querySelector('a');
    if (first === null) return;
    event.preventDefault();
    first.click();
  });
  form.addEventListener('keydown', (event) => move(places, event));
  form.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && form.contains(relatedTarget))) close(places);
  });
  list.addEventListener('click', () => close(places));
  // The form of a page whose script had not run yet.
  const asked = new URLSearchParams(location.search).get('q');
  if (asked !== null && /search\.html$/.test(location.pathname)) {
    field.value = asked;
    field.focus();
    void update();
  }
}

/** The index, loaded once as a script: a page from a disk may not fetch a file. */
function loadedIndex(): Promise<(words: string) => readonly Found[]> {
  loading ??= new Promise((done, failed) => {
    const script = document.createElement('script');
    script.src = new URL('search-index.js', own).href;
    script.addEventListener('load', () => {
      const index = globalThis.carboncardSearch;
      if (index === undefined) failed(new Error('The script has no index.'));
      else done(finder(index));
    });
    script.addEventListener('error', () => {
      loading = undefined;
      script.remove();
      failed(new Error('The index could not be loaded.'));
    });
    document.head.append(script);
  });
  return loading;
}

/** Shows results as links, and says how many there are. */
function show({ form, status, list }: Places, words: string, found: readonly Found[] | undefined): void {
  const shown = (found ?? []).slice(0, maxShown);
  list.replaceChildren(...shown.map(itemOf));
  form.classList.add('open');
  status.textContent = found === undefined ? 'The search index could not be loaded.' : sentence(words, shown.length, found.length);
}

function sentence(words: string, shown: number, all: number): string {
  if (all === 0) return `No results for “${words}”.`;
  if (all > shown) return `${shown} of ${all} results.`;
  return all === 1 ? '1 result.' : `${all} results.`;
}

function itemOf({ path, title, where }: Found): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = new URL(`../${path}`, own).href;
  for (const [name, text] of [
    ['title', title],
    ['where', where],
  ] as const) {
    const part = document.createElement('span');
    part.className = name;
    part.textContent = text;
    link.append(part, ' ');
  }
  item.append(link);
  return item;
}

function close({ form, status, list }: Places): void {
  form.classList.remove('open');
  list.replaceChildren();
  status.textContent = '';
}

/** Arrow keys go through the results; Escape goes back to the field, and closes them there. */
function move(places: Places, event: KeyboardEvent): void {
  const { field, list } = places;
  if (event.key === 'Escape') {
    if (document.activeElement === field) close(places);
    else field.focus();
    return;
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const stops = [field, ...list.querySelectorAll('a')];
  const at = stops.findIndex((stop) => stop.matches(':focus'));
  const next = stops[at + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
