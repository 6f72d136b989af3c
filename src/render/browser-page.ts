import type { Browser, HTTPRequest, Page } from 'puppeteer-core';
import { MissingError } from '../diagnostics/diagnostic.js';

/** The page that a browser starts with. It is lent again and again: another would need a process of its own. */
export interface FirstPage {
  page?: Promise<Page> | undefined;
  isLent: boolean;
}

/** The first page where nobody has it, else another one. */
export function lentPage(browser: Browser, first: FirstPage, limit: number): Promise<Page> {
  if (first.isLent) return browser.newPage().then((page) => guarded(page, limit));
  first.isLent = true;
  first.page ??= browser.pages().then(async ([page]) => guarded(page ?? (await browser.newPage()), limit));
  return first.page;
}

/** Makes a page one that runs no script and reaches no network. */
async function guarded(page: Page, limit: number): Promise<Page> {
  page.setDefaultTimeout(limit);
  await Promise.all([page.setJavaScriptEnabled(false), page.setOfflineMode(true), page.setRequestInterception(true)]);
  page.on('request', (request) => {
    void answered(request).catch(() => undefined);
  });
  return page;
}

/**
 * A document brings what it may use as `data:`; every other request is refused before it leaves. A document that would send
 * the page elsewhere gets an empty answer (204): after a refusal the page would show an error.
 */
function answered(request: HTTPRequest): Promise<void> {
  if (request.url().startsWith('data:') || request.url() === 'about:blank') return request.continue();
  return request.isNavigationRequest() ? request.respond({ status: 204 }) : request.abort('blockedbyclient');
}

/** A document that was not printed, twice. Others may be. */
export class UnprintedError extends MissingError {}

/** Faces of a document that can't be loaded, by their families. */
export class FontError extends Error {
  override readonly name = 'FontError';
  constructor(readonly families: readonly string[]) {
    super(`Fonts that do not load: ${families.join(', ')}`);
  }
}

/**
 * Prints a document in a page.
 *
 * @throws {FontError} Where a face of the document does not load.
 */
export async function printIn(page: Page, html: string, limit: number): Promise<Uint8Array> {
  await page.setContent(html, { waitUntil: 'load', timeout: limit });
  // A face is loaded when a layout first asks for it, and `fonts.ready` is true before any has: the first print would have blank text.
  const families: unknown = await page.evaluate(loadFonts);
  if (Array.isArray(families) && families.length > 0) throw new FontError(families.map(String));
  return page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true, waitForFonts: false, timeout: limit });
}

/** Runs in the page, in the debugger's name: the document's own scripts stay off. Gives the families that do not load, each once. */
const loadFonts = `Promise.all([...document.fonts].map((face) => face.load().then(() => [], () => [face.family])))
  .then((failed) => [...new Set(failed.flat())])`;
