// Preloaded with --import: notes every module that is asked for, in the file that MODULES_LOADED names.
import { appendFileSync } from 'node:fs';
import { register } from 'node:module';
import { isMainThread } from 'node:worker_threads';

// Node runs the hook in a thread of its own, in which this file must not register itself again.
if (isMainThread) register(import.meta.url);

export async function resolve(specifier, context, next) {
  const found = await next(specifier, context);
  appendFileSync(process.env.MODULES_LOADED, `${found.url}\n`);
  return found;
}
