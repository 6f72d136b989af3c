/**
 * An element of the page by its id.
 *
 * @throws {TypeError} Where the page has none of that kind.
 */
export function byId<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new TypeError(`The page has no ${kind.name} ${id}`);
  return found;
}

/** Runs work that may fail, and shows that it did. */
export function attempt(work: () => Promise<void>): void {
  work().catch((error: unknown) => announce(`This is a bug in carboncard: ${error instanceof Error ? error.message : String(error)}`));
}

/** Says something in the line of the page that a screen reader reads aloud. */
export function announce(words: string): void {
  byId('said', HTMLElement).textContent = words;
}
