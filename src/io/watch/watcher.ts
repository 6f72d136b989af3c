import { type FSWatcher, watch } from 'node:fs';
import { basename } from 'node:path';
import { MissingError } from '../../diagnostics/diagnostic.js';
import { codeOf } from '../system-error.js';
import type { Place } from './places.js';

/** Watches folders, not files: an editor that saves by renaming puts another file under the name. */
export interface Watcher {
  /**
   * From now on watches these folders, and no others.
   *
   * @returns Those that were not watched before. What changed in them until now was not seen.
   * @throws {MissingError} Where the system watches no more folders.
   */
  readonly watch: (folders: ReadonlySet<string>) => readonly string[];
  readonly close: () => void;
}

export function openWatcher(onChange: (place: Place) => void): Watcher {
  const open = new Map<string, FSWatcher>();
  const drop = (folder: string): void => {
    open.get(folder)?.close();
    open.delete(folder);
  };
  const start = (folder: string): boolean => {
    try {
      const watcher = watch(folder, (kind, name) => {
        // The folder itself was removed or renamed: another one may have its name by now.
        const isGone = name === null || (kind === 'rename' && name === basename(folder));
        if (isGone) drop(folder);
        onChange(isGone ? { folder } : { folder, name });
      });
      watcher.on('error', () => {
        drop(folder);
        onChange({ folder });
      });
      open.set(folder, watcher);
      return true;
    } catch (error) {
      const code = codeOf(error);
      if (code === 'ENOSPC') throw new MissingError('The system watches no more folders', 'sudo sysctl fs.inotify.max_user_watches=524288');
      if (code === 'EMFILE') throw new MissingError('The system watches no more folders', 'sudo sysctl fs.inotify.max_user_instances=1024');
      // Removed in this moment, or not to be listed by this user.
      return false;
    }
  };
  return {
    watch: (folders) => {
      for (const folder of [...open.keys()]) if (!folders.has(folder)) drop(folder);
      return [...folders].filter((folder) => !open.has(folder) && start(folder));
    },
    close: () => {
      for (const folder of [...open.keys()]) drop(folder);
    },
  };
}
