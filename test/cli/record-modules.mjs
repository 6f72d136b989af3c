// Preloaded with --import: notes every file of the bundle, and every module of a package, that is asked for, in the file that
// MODULES_LOADED names.
import { appendFileSync } from 'node:fs';
import { createRequire, Module, register } from 'node:module';
import { pathToFileURL } from 'node:url';
import { isMainThread } from 'node:worker_threads';

const note = (url) => appendFileSync(process.env.MODULES_LOADED, `${url}\n`);

// Node runs the hook in a thread of its own, in which this file must not register itself again.
if (isMainThread) {
  register(import.meta.url);
  // The program makes scripts of its files by itself, and requires what is not among them.
  const vm = createRequire(import.meta.url)('node:vm');
  const { Script } = vm;
  vm.Script = class extends Script {
    constructor(code, options) {
      super(code, options);
      note(pathToFileURL(options.filename).href);
    }
  };
  const load = Module._resolveFilename;
  Module._resolveFilename = (...words) => {
    const found = load(...words);
    if (found.startsWith('/')) note(pathToFileURL(found).href);
    return found;
  };
}

export async function resolve(specifier, context, next) {
  const found = await next(specifier, context);
  note(found.url);
  return found;
}
