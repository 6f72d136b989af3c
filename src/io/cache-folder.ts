import { isAbsolute, join } from 'node:path';

/** Where this user's caches are; nothing where there is no home to keep them in. */
export function cacheFolder(environment: Readonly<Record<string, string | undefined>>): string | undefined {
  const named = environment['XDG_CACHE_HOME'];
  if (named !== undefined && isAbsolute(named)) return join(named, 'carboncard');
  const home = environment['HOME'];
  return home !== undefined && isAbsolute(home) ? join(home, '.cache', 'carboncard') : undefined;
}
