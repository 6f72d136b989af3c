import type { CalculatedFiles, Result } from '../../calculator/calculation.js';
import { reportFile } from '../../calculator/protocol.js';
import { download, pngOf } from './downloads.js';
import { announce, attempt, byId } from './elements.js';
import type { Worked } from './questions.js';

/** What the buttons work with. */
interface Shown {
  /** The text of the manifest. */
  readonly text: () => string;
  readonly result: () => Result | undefined;
  /** Whether the address holds the manifest then. */
  readonly keepInAddress: () => Promise<boolean>;
}

/** Programs that send links take at least this many characters; some cut what is longer. */
const maxSafeLink = 8000;

/** The buttons above the section. */
export function wireDownloads(worker: Worked, { text, result, keepInAddress }: Shown): void {
  const on = (id: string, work: (shown: Result) => Promise<void> | void): void =>
    byId(id, HTMLButtonElement).addEventListener('click', () =>
      attempt(async () => {
        const shown = result();
        if (shown !== undefined) await work(shown);
      }),
    );
  const files = filesOnce(worker, text);
  on('copy-markdown', ({ section }) =>
    copy(section, { done: 'The section is copied.', instead: 'Open Markdown below the section, and copy the text there.' }),
  );
  on('copy-link', async () => {
    if (!(await keepInAddress())) {
      announce('The manifest is too long for a link. Download it, and share the file.');
      return;
    }
    const { href } = location;
    const done =
      href.length <= maxSafeLink
        ? 'The link is copied. It holds the manifest.'
        : `The link is copied. It holds the manifest, and has ${href.length} characters: some programs cut so long a link. Share the manifest as a file where that happens.`;
    await copy(href, { done, instead: 'Copy the address of the page, which is the link.' });
  });
  on('get-markdown', ({ section }) => download('carbon.md', section));
  on('get-json', ({ json }) => download('assessment.json', json, 'application/json'));
  on('get-report', async () => {
    for (const [name, content] of await files()) if (name === reportFile) download(name, content);
  });
  on('get-manifest', () => download('carboncard.yaml', text()));
  on('get-svg', async () => {
    for (const [name, content] of await files())
      if (name.endsWith('.svg') && !name.endsWith('.screen.svg')) download(fileOf(name), content, 'image/svg+xml');
  });
  on('get-png', async () => {
    for (const [name, content] of await files())
      if (name.endsWith('.screen.svg')) download(fileOf(name).replace(/\.screen\.svg$/, '.png'), await pngOf(content));
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

/** The files of what is shown. Two buttons that are pressed one after the other ask once, since a newer question drops the older. */
function filesOnce(worker: Worked, text: () => string): () => Promise<readonly (readonly [path: string, content: string])[]> {
  let last: { readonly text: string; readonly files: Promise<CalculatedFiles | undefined> } | undefined;
  return async () => {
    const asked = text();
    if (last?.text !== asked) last = { text: asked, files: worker.ask('files', { text: asked }) };
    return Object.entries((await last.files) ?? {});
  };
}

function fileOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
