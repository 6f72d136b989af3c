// Preloaded with --import: writes the most memory that the process had, in MB, into the file that PEAK_MEMORY names.
import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

if (isMainThread)
  process.on('exit', () => writeFileSync(process.env.PEAK_MEMORY, String(Math.round(process.resourceUsage().maxRSS / 1024))));
