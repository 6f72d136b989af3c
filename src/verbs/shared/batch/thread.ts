import { mainThread } from '../../../io/threads.js';
import { type MakeContext, makeContext, makeReport } from './make-report.js';
import { errorOf, plainError } from './plain-error.js';
import type { FromThread, ThreadData, ToThread } from './thread-protocol.js';

// The module of a thread: it makes the files of reports, one after the other. Printing and writing are the main thread's.
const main = mainThread<FromThread, ToThread>();
if (main !== undefined) {
  const { options } = main.data as ThreadData;
  let context: Promise<MakeContext> | undefined;
  let printing: { readonly done: (pdf: Uint8Array) => void; readonly failed: (error: Error) => void } | undefined;
  const print = (html: string): Promise<Uint8Array> =>
    new Promise((done, failed) => {
      printing = { done, failed };
      main.send({ kind: 'print', html });
    });
  const make = async (file: string): Promise<void> => {
    try {
      context ??= makeContext(options.templates, { print });
      const onProgress = (progress: Extract<FromThread, { kind: 'step' }>['progress']): void => main.send({ kind: 'step', progress });
      // All but the assessment, which is large.
      const { assessment: _, ...made } = await makeReport(file, options, await context, onProgress);
      main.send({ kind: 'made', made });
    } catch (error) {
      main.send({ kind: 'failed', error: plainError(error) });
    }
  };
  main.listen((message) => {
    if (message.kind === 'make') void make(message.file);
    else if (message.kind === 'printed') printing?.done(message.pdf);
    else printing?.failed(errorOf(message.error));
  });
}
