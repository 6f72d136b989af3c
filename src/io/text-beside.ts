import { readFileSync } from 'node:fs';

/** The text of a file beside a module of the program. For modules `…-at-build.ts`: what is bundled has no files beside it. */
export function textBeside(url: URL): string {
  return readFileSync(url, 'utf8');
}
