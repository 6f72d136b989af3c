import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';
import { buildSite } from '../../scripts/build/site.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder of this run of tests, empty at its beginning. */
    readonly shared: string;
  }
}

export const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The folder of the site, which the first test of a run that asks for it builds: it takes a minute, and tests run in several processes.
 * No test may change it.
 */
export async function builtSite(): Promise<string> {
  const [site, building, failed] = ['site', 'site-building', 'site-failed'].map((name) => join(inject('shared'), name));
  if (site === undefined || building === undefined || failed === undefined) throw new Error('No folder');
  if (isFirst(building)) {
    try {
      await buildSite({ root, site: building, compiled: join(root, 'build') });
      renameSync(building, site);
    } catch (error) {
      writeFileSync(failed, String(error));
      throw error;
    }
  }
  while (!existsSync(site)) {
    if (existsSync(failed)) throw new Error('The site could not be built: another test has the reason');
    await wait(200);
  }
  return site;
}

/** Of several processes, one makes a folder. */
function isFirst(building: string): boolean {
  try {
    mkdirSync(`${building}-begun`);
    return true;
  } catch {
    return false;
  }
}
