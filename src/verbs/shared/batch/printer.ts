import type { PrintingBrowser, PrintingPage } from '../../../render/browser.js';
import type { OnProgress } from '../progress.js';
import { type PageEvents, withBrowserForWork } from '../reports.js';

/** One browser for a whole run, started when the first document is to be printed, with as many pages as are asked for. */
export interface Printer {
  /** A page that is opened when it is told to, or prints for the first time. */
  readonly page: () => PrintingPage;
  /** Ends the browser, if it was started. */
  readonly close: () => Promise<void>;
}

export function openPrinter(events: PageEvents): Printer {
  let finish = (): void => undefined;
  const finished = new Promise<void>((done) => {
    finish = done;
  });
  const open: Promise<unknown>[] = [];
  /** What a scope lends, for as long as the printer is open. */
  const lent = <Thing>(scope: (use: (thing: Thing) => Promise<void>) => Promise<void>): Promise<Thing> =>
    new Promise((done, failed) => {
      const ending = scope((thing) => {
        done(thing);
        return finished;
      });
      open.push(ending.catch(failed));
    });
  let isUnpacking = (): void => undefined;
  const unpacking = new Promise<void>((done) => {
    isUnpacking = done;
  });
  const onProgress: OnProgress = (step) => {
    if (step.kind === 'unpacking') isUnpacking();
    events.onProgress?.(step);
  };
  let browser: Promise<PrintingBrowser> | undefined;
  const started = (): Promise<PrintingBrowser> => {
    browser ??= lent<PrintingBrowser>((use) => withBrowserForWork(use, { ...events, onProgress }));
    return browser;
  };
  return {
    page: () => {
      let page: Promise<PrintingPage> | undefined;
      const opened = async (): Promise<PrintingPage> => {
        const { withPage } = await started();
        return lent<PrintingPage>((use) => withPage(use));
      };
      return {
        prepare: async () => {
          page ??= opened();
          // Who prints waits for it, and fails with it.
          page.catch(() => undefined);
          const asked = started().then(
            () => undefined,
            () => undefined,
          );
          await Promise.race([asked, unpacking]);
        },
        print: async (html) => {
          page ??= opened();
          return (await page).print(html);
        },
      };
    },
    close: async () => {
      finish();
      await Promise.all(open);
    },
  };
}
