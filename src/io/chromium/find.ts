import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Environment } from './environment.js';
import { installedBrowsers } from './installed.js';
import { noBrowser, notRunnable } from './messages.js';
import { bundledPack, type OnUnpack } from './pack.js';
import { unpacked } from './unpacked.js';

/** A browser on this machine, and where the libraries lie that it needs beside it. */
export interface BrowserProgram {
  readonly executable: string;
  readonly libraries?: string | undefined;
  /** How it was found: named by the person, brought by npm and unpacked, or installed on the machine. */
  readonly origin: 'named' | 'bundled' | 'installed';
  /** What is odd about where it is kept. */
  readonly remarks?: readonly Diagnostic[] | undefined;
}

/** Variables that name a browser, first one set wins; the second is the one that puppeteer users know. */
export const browserVariables = ['CARBONCARD_BROWSER', 'PUPPETEER_EXECUTABLE_PATH'] as const;

/**
 * The browser to print with: the one that the environment names, else the one that npm brought, else an installed one.
 * The bundled one goes before an installed one because only it prints the same bytes on every machine.
 *
 * @throws {MissingError} When there is none, with the command that installs one.
 */
export async function findBrowser(environment: Environment = process.env, onUnpack?: OnUnpack): Promise<BrowserProgram> {
  for (const variable of browserVariables) {
    const executable = environment[variable];
    if (executable === undefined || executable === '') continue;
    if (await runnable(executable)) return { executable, origin: 'named' };
    throw notRunnable(variable, executable);
  }
  const pack = await bundledPack();
  if (pack !== undefined) {
    const { folder, remarks } = await unpacked(pack, environment, onUnpack);
    return { executable: join(folder, 'chromium'), libraries: join(folder, 'lib'), origin: 'bundled', remarks };
  }
  for (const executable of await installedBrowsers(environment)) {
    if (await runnable(executable)) return { executable, origin: 'installed' };
  }
  throw noBrowser();
}

async function runnable(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}
