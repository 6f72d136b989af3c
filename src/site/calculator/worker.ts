import { createCalculator } from '../../calculator/calculator.js';
import { fromAnswers, fromLogs } from '../../calculator/draft.js';
import { newestFirst } from '../../calculator/newest-first.js';
import { type Exchanges, isNewestOnly, type Kind, type Question, type Reply } from '../../calculator/protocol.js';
import { suggestions } from '../../calculator/suggestions.js';
import { pageFonts } from './fonts.js';
import { bundledTemplates } from './templates.js';

/** What is used here of a worker's scope, whose types exclude those of a page. */
interface WorkerScope {
  readonly postMessage: (reply: Reply) => void;
  onmessage: ((event: { readonly data: Question }) => void) | null;
}

const scope = self as unknown as WorkerScope;
const { calculate, draw, give, open, drop, files } = createCalculator({ templates: bundledTemplates(), fonts: pageFonts() });

const answers: { readonly [K in Kind]: (request: Exchanges[K]['request']) => Exchanges[K]['answer'] | Promise<Exchanges[K]['answer']> } = {
  calculate,
  draw,
  give,
  open,
  drop,
  files,
  form: fromAnswers,
  logs: fromLogs,
  suggestions,
};

async function replyTo({ id, kind, request }: Question): Promise<Reply> {
  try {
    const answer = await (answers[kind] as (request: unknown) => unknown)(request);
    return { id, kind, answer } as Reply;
  } catch (error) {
    return { id, kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}

/** A turn of the event loop, in which messages come in. */
const pause = (): Promise<void> => new Promise((done) => setTimeout(done));

const take = newestFirst<Question>({ answer: async (question) => scope.postMessage(await replyTo(question)), pause, isNewestOnly });
scope.onmessage = ({ data }) => take(data);
