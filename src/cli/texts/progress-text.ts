import type { Progress } from '../../verbs/render.js';
import { progressWords as words } from './words.js';

const barCells = 24;

/** What is done now, on one line: `Drawing the charts of bloom`; of several manifests, which of how many in front. */
export function progressText(progress: Progress): string {
  const { nth, total } = progress;
  const what = stepText(progress);
  if (nth === undefined || total === undefined || total < 2) return `${what} …`;
  // What is done, and not what has begun.
  const filled = Math.floor(((progress.kind === 'done' ? nth : nth - 1) / total) * barCells);
  return `${'█'.repeat(filled)}${'░'.repeat(barCells - filled)} ${nth} of ${total}  ${what} …`;
}

function stepText(progress: Progress): string {
  switch (progress.kind) {
    case 'reading':
      return words.reading(progress.file);
    case 'unpacking':
      return words.unpacking(progress.megabytes);
    case 'done':
      return words.done(progress.file, progress.state);
    case 'rendering':
      return words.rendering(words.formats[progress.format] ?? words.format(progress.format), progress.slug);
  }
}

/** A line for each manifest that is done with, where no terminal shows a bar: `3 of 12  models/a/carboncard.yaml: written`. */
export function doneLine({ nth, total, ...progress }: Progress): string | undefined {
  if (progress.kind !== 'done' || nth === undefined || total === undefined || total < 2) return undefined;
  return `${nth} of ${total}  ${words.done(progress.file, progress.state)}`;
}
