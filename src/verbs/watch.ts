import { type Changes, openChanges } from '../io/watch/changes.js';
import type { Touched } from '../io/watch/places.js';
import { openWatcher } from '../io/watch/watcher.js';
import type { OutputId } from '../outputs/ids.js';
import type { MakeOptions } from './shared/batch/report.js';
import { type Look, openWatchedReports } from './shared/batch/watched-reports.js';
import type { OnProgress } from './shared/progress.js';

export type { Look } from './shared/batch/watched-reports.js';

export interface WatchOptions extends MakeOptions {
  readonly onProgress?: OnProgress | undefined;
  /** Called after the first look, and after each change; most often a change brings nothing. The next look waits for it. */
  readonly onLook?: ((look: Look) => void | Promise<void>) | undefined;
  /** Ends it; without one it never ends. */
  readonly signal?: AbortSignal | undefined;
}

/** What is written within the blink after a save. */
const quickFormats: readonly OutputId[] = ['md'];

/**
 * Writes the reports of manifests, and writes them again after each change of a manifest, or of a log, a base model or a template that
 * it is made from: read → … → write → wait. No notes are left for other runs, which find by themselves what is out of date.
 *
 * @param patterns Paths, and patterns: a new file that matches is taken too.
 * @param options Without `formats`, Markdown alone is written.
 * @throws {InputError} Where a pattern matches no file at the start, or a template can't be used then. A manifest with a fault is
 *   waited for.
 * @throws {MissingError} Where the machine lacks something at the start, such as a browser for the PDF.
 */
export async function watchReports(patterns: readonly string[], options: WatchOptions = {}): Promise<void> {
  const { onLook, signal } = options;
  const changes = openChanges();
  const watcher = openWatcher(changes.note);
  const watched = openWatchedReports(patterns, { ...options, formats: options.formats ?? quickFormats });
  const end = (): void => changes.end();
  signal?.addEventListener('abort', end);
  try {
    let isFirst = true;
    let touched: Touched | undefined = new Map();
    while (touched !== undefined && signal?.aborted !== true) {
      const look = await watched.look(touched);
      if (isFirst && look.error !== undefined) throw look.error;
      const added = watcher.watch(watched.folders());
      await onLook?.(look);
      isFirst = false;
      touched = await nextOf(changes, added);
    }
  } finally {
    signal?.removeEventListener('abort', end);
    changes.end();
    watcher.close();
  }
}

/** What changed in a folder before it was watched was not seen: such a folder counts as changed. */
async function nextOf(changes: Changes, added: readonly string[]): Promise<Touched | undefined> {
  return added.length > 0 ? new Map(added.map((folder) => [folder, 'all'] as const)) : changes.next();
}
