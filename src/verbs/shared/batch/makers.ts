import { openParsedTexts } from '../../../io/known/parsed-texts.js';
import type { Thread } from '../../../io/threads.js';
import type { PrintingPage } from '../../../render/browser.js';
import type { OnProgress } from '../progress.js';
import { errorOf, plainError } from './plain-error.js';
import type { MadeReport, MakeOptions } from './report.js';
import type { FromThread, ThreadData, ToThread } from './thread-protocol.js';

/** Makes reports, one after the other. */
export interface Maker {
  readonly make: (file: string, onProgress?: OnProgress) => Promise<MadeReport>;
  readonly end: () => Promise<void>;
}

/** A maker in this thread. */
export async function localMaker(options: MakeOptions, page: PrintingPage): Promise<Maker> {
  const { makeContext, makeReport } = await import('./make-report.js');
  const known = await openParsedTexts('texts');
  const context = await makeContext(options.templates, page, known);
  return { make: (file, onProgress) => makeReport(file, options, context, onProgress), end: async () => known?.save() };
}

const module = new URL('./thread.js', import.meta.url);

/** Whether threads can be started: from the sources, which tests run, they can't. */
export const hasThreads = !import.meta.url.endsWith('.ts');

/** A maker in a thread of its own, which has the page print here. */
export async function threadMaker(options: MakeOptions, page: PrintingPage): Promise<Maker> {
  // Loaded here, since a single report needs no threads.
  const { startThread } = await import('../../../io/threads.js');
  const data: ThreadData = { options };
  return makerOf(startThread<ToThread, FromThread>(module, data), page);
}

/** A report that a thread makes now. */
interface Job {
  readonly done: (made: MadeReport) => void;
  readonly failed: (error: unknown) => void;
  readonly onProgress: OnProgress | undefined;
}

/** The maker that a thread is. */
export function makerOf(thread: Thread<ToThread, FromThread>, page: PrintingPage): Maker {
  let job: Job | undefined;
  /** What the thread ended with. It makes nothing after, and says nothing more. */
  let end: { readonly error: unknown } | undefined;
  const onMessage = (message: FromThread): void => {
    if (message.kind === 'step') job?.onProgress?.(message.progress);
    else if (message.kind === 'made') job?.done(message.made);
    else if (message.kind === 'failed') job?.failed(errorOf(message.error));
    else
      page.print(message.html).then(
        (pdf) => thread.send({ kind: 'printed', pdf }),
        (error: unknown) => thread.send({ kind: 'not-printed', error: plainError(error) }),
      );
  };
  thread.listen(onMessage, (error) => {
    // The first says why; that it ended comes after.
    end ??= { error };
    job?.failed(end.error);
  });
  return {
    make: (file, onProgress) =>
      new Promise((done, failed) => {
        if (end !== undefined) {
          failed(end.error);
          return;
        }
        job = { done, failed, onProgress };
        thread.send({ kind: 'make', file });
      }),
    end: () => thread.end(),
  };
}
