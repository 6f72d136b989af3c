import { createCalculator } from '../../calculator/calculator.js';
import { newestFirst } from '../../calculator/newest-first.js';
import type { Question, Reply } from '../../calculator/protocol.js';
import { pageFonts } from './fonts.js';
import { bundledTemplates } from './templates.js';

/** What is used here of a worker's scope, whose types exclude those of a page. */
interface WorkerScope {
  readonly postMessage: (reply: Reply) => void;
  onmessage: ((event: { readonly data: Question }) => void) | null;
}

const scope = self as unknown as WorkerScope;
const calculator = createCalculator({ templates: bundledTemplates(), fonts: pageFonts() });

async function replyTo(question: Question): Promise<Reply> {
  const { id, kind, request } = question;
  try {
    return kind === 'calculate'
      ? { id, kind, calculation: await calculator.calculate(request) }
      : { id, kind, files: await calculator.files(request) };
  } catch (error) {
    return { id, kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}

/** A turn of the event loop, in which messages come in. */
const pause = (): Promise<void> => new Promise((done) => setTimeout(done));

const take = newestFirst<Question>(async (question) => scope.postMessage(await replyTo(question)), pause);
scope.onmessage = ({ data }) => take(data);
