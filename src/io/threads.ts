import { parentPort, Worker, workerData } from 'node:worker_threads';

/** A thread that computes. It is spoken to in messages, which have to be plain data. */
export interface Thread<To, From> {
  readonly send: (message: To) => void;
  /** Takes what the thread says, and the error that it ends with where it ends by itself. */
  readonly listen: (onMessage: (message: From) => void, onError: (error: unknown) => void) => void;
  readonly end: () => Promise<void>;
}

/**
 * Starts a thread.
 *
 * @param module Its module, compiled: a thread reads no TypeScript.
 * @param data What it begins with: plain data.
 */
export function startThread<To, From>(module: URL, data: unknown): Thread<To, From> {
  // What libraries print there goes nowhere.
  const worker = new Worker(module, { workerData: data, stdout: true, stderr: true });
  return {
    send: (message) => worker.postMessage(message),
    listen: (onMessage, onError) => {
      worker.on('message', onMessage);
      worker.on('error', onError);
      worker.on('exit', (code) => onError(new Error(`a thread ended with code ${code}`)));
    },
    end: async () => {
      worker.removeAllListeners();
      await worker.terminate();
    },
  };
}

/** The other end, in the thread itself. */
export interface MainThread<To, From> {
  readonly data: unknown;
  readonly send: (message: To) => void;
  readonly listen: (onMessage: (message: From) => void) => void;
}

/** The thread that started this one; nothing in the main thread. */
export function mainThread<To, From>(): MainThread<To, From> | undefined {
  const port = parentPort;
  if (port === null) return undefined;
  return {
    data: workerData,
    send: (message) => port.postMessage(message),
    listen: (onMessage) => void port.on('message', onMessage),
  };
}
