import type { Result } from '../../calculator/calculation.js';
import { lastPart, reportFile } from '../../calculator/protocol.js';
import { onceFor } from '../../calculator/settled.js';
import { download, pngOf } from './downloads.js';
import { announce, attempt, byId } from './elements.js';
import type { Worked } from './questions.js';

/** A manifest without errors, and what was made of it. */
export interface Shown {
  readonly text: string;
  readonly result: Result;
}

/** What the buttons work with. */
interface Source {
  /** The text of the manifest, also one with errors. */
  readonly text: () => string;
  /** What the manifest gives with the files that are here; nothing where it has an error. */
  readonly shown: () => Promise<Shown | undefined>;
  /** Whether the address holds the manifest then. */
  readonly keepInAddress: () => Promise<boolean>;
}

/** Programs that send links take at least this many characters; some cut what is longer. */
const maxSafeLink = 8000;

/** The buttons above the section. */
export function wireDownloads(worker: Worked, { text, shown, keepInAddress }: Source): void {
  const always = (id: string, work: () => Promise<void> | void): void =>
    byId(id, HTMLButtonElement).addEventListener('click', () => attempt(async () => work()));
  const on = (id: string, work: (shown: Shown) => Promise<void> | void): void =>
    always(id, async () => {
      const now = await shown();
      if (now === undefined)
        announce('The manifest has an error, so it gives no files. The section below is that of the last manifest without errors.');
      else await work(now);
    });
  // Another calculation is another key, also of the same text: the files that it names may have changed.
  const filesFor = onceFor(({ text: asked }: Shown) => worker.ask('files', { text: asked }));
  const files = async (now: Shown): Promise<[path: string, content: string][]> => Object.entries((await filesFor(now)) ?? {});
  on('copy-markdown', ({ result: { section } }) =>
    copy(section, { done: 'The section is copied.', instead: 'Open Markdown below the section, and copy the text there.' }),
  );
  always('copy-link', async () => {
    if (!(await keepInAddress())) {
      announce('The manifest is too long for a link. Download it, and share the file.');
      return;
    }
    const { href } = location;
    const also = (await shown())?.result.namesFiles === true ? ' The manifest names files: send these as well.' : '';
    const done =
      href.length <= maxSafeLink
        ? `The link is copied. It holds the manifest.${also}`
        : `The link is copied. It holds the manifest, and has ${href.length} characters: some programs cut so long a link. Share the manifest as a file where that happens.${also}`;
    await copy(href, { done, instead: 'Copy the address of the page, which is the link.' });
  });
  on('get-markdown', ({ result: { section } }) => download('carbon.md', section));
  on('get-json', ({ result: { json } }) => download('assessment.json', json, 'application/json'));
  on('get-report', async (now) => {
    for (const [name, content] of await files(now)) if (name === reportFile) download(name, content);
  });
  always('get-manifest', () => download('carboncard.yaml', text()));
  on('get-svg', async (now) => {
    for (const [name, content] of await files(now))
      if (name.endsWith('.svg') && !name.endsWith('.screen.svg')) download(lastPart(name), content, 'image/svg+xml');
  });
  on('get-png', async (now) => {
    for (const [name, content] of await files(now))
      if (name.endsWith('.screen.svg')) download(lastPart(name).replace(/\.screen\.svg$/, '.png'), await pngOf(content));
  });
  on('print', () => window.print());
}

/** Copies a text; a browser may refuse it, as where a page is shown in another one. */
async function copy(text: string, { done, instead }: { readonly done: string; readonly instead: string }): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    announce(`The browser does not allow this page to copy. ${instead}`);
    return;
  }
  announce(done);
}
