import { type Exchanges, isNewestOnly, type Kind, type Question, type Reply } from '../../calculator/protocol.js';

/** Asks the worker. */
export interface Worked {
  /** The answer; nothing where a newer question of the kind was asked meanwhile, and the older ones are of no use. */
  readonly ask: <K extends Kind>(kind: K, request: Exchanges[K]['request']) => Promise<Exchanges[K]['answer'] | undefined>;
}

interface Waiting {
  readonly kind: Kind;
  readonly done: (answer: unknown) => void;
  readonly failed: (error: Error) => void;
}

export function startWorker(): Worked {
  const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  worker.onmessage = ({ data: reply }: MessageEvent<Reply>) => {
    const asked = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (reply.kind === 'failed') asked?.failed(new Error(reply.message));
    else asked?.done(reply.answer);
  };
  worker.onerror = ({ message }) => {
    for (const { failed } of waiting.values()) failed(new Error(message));
    waiting.clear();
  };
  return {
    ask: (kind, request) =>
      new Promise((done, failed) => {
        last += 1;
        for (const [id, older] of waiting) {
          if (older.kind !== kind || !isNewestOnly(kind)) continue;
          waiting.delete(id);
          older.done(undefined);
        }
        waiting.set(last, { kind, done: done as Waiting['done'], failed });
        worker.postMessage({ id: last, kind, request } as Question);
      }),
  };
}
