import type { Result } from '../../calculator/calculation.js';
import { download, pngOf } from './downloads.js';
import { announce, attempt, byId } from './elements.js';
import type { Worked } from './questions.js';

/** What the buttons work with. */
interface Shown {
  /** The text of the manifest. */
  readonly text: () => string;
  readonly result: () => Result | undefined;
  readonly keepInAddress: () => Promise<void>;
}

/** The buttons above the section. */
export function wireDownloads(worker: Worked, { text, result, keepInAddress }: Shown): void {
  const on = (id: string, work: (shown: Result) => Promise<void> | void): void =>
    byId(id, HTMLButtonElement).addEventListener('click', () =>
      attempt(async () => {
        const shown = result();
        if (shown !== undefined) await work(shown);
      }),
    );
  const files = async (): Promise<readonly (readonly [string, string])[]> =>
    Object.entries((await worker.ask('files', { text: text() })) ?? {});

  on('copy-markdown', async ({ section }) => {
    await navigator.clipboard.writeText(section);
    announce('The section is copied.');
  });
  on('copy-link', async () => {
    await keepInAddress();
    await navigator.clipboard.writeText(location.href);
    announce('The link is copied. It holds the manifest.');
  });
  on('get-markdown', ({ section }) => download('carbon.md', section));
  on('get-json', ({ json }) => download('assessment.json', json, 'application/json'));
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

function fileOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
