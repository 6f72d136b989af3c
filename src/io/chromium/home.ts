import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Environment } from './environment.js';
import { type BrowserProgram, findBrowser } from './find.js';
import { fontconfig } from './fontconfig.js';
import type { OnUnpack } from './pack.js';
import { inTemporaryFolder, temporaryFolder } from './temporary-folder.js';

/** What a browser is started with. */
export interface BrowserHome {
  readonly executable: string;
  /** A private folder for profiles, empty. */
  readonly profile: string;
  /** The whole environment of the process. */
  readonly environment: Readonly<Record<string, string>>;
  /** False where it can't work, as for root. */
  readonly sandbox: boolean;
}

/** What happens on the way to a browser. */
export interface BrowserEvents {
  /** Called before the browser that npm brought is unpacked, which takes seconds. */
  readonly onUnpack?: OnUnpack | undefined;
  /** Takes what is odd about where the browser is kept. */
  readonly report?: ((remark: Diagnostic) => void) | undefined;
}

/**
 * Finds the browser, gives it a home of its own for as long as the work takes, and removes that home after it.
 * The home holds profile, temporary files and font configuration, so that nothing of the user's is read or changed.
 *
 * @throws {MissingError} When there is no browser, or no room for its files.
 * @example await withBrowserHome((home) => withBrowser(home, (browser) => browser.withPage((page) => printPdf(page, …))))
 */
export async function withBrowserHome<T>(
  work: (home: BrowserHome) => Promise<T>,
  environment: Environment = process.env,
  { onUnpack, report }: BrowserEvents = {},
): Promise<T> {
  const program = await findBrowser(environment, onUnpack);
  for (const remark of program.remarks ?? []) report?.(remark);
  const { folder, remove } = await temporaryFolder();
  try {
    const fonts = join(folder, 'fonts.conf');
    const textFace = dirname(
      createRequire(import.meta.url).resolve('@expo-google-fonts/ibm-plex-sans/400Regular/IBMPlexSans_400Regular.ttf'),
    );
    await inTemporaryFolder(folder, async () => {
      await writeFile(fonts, fontconfig(textFace, join(folder, 'fontcache')), { mode: 0o600 });
      await Promise.all(['profile', 'tmp'].map((name) => mkdir(join(folder, name), { mode: 0o700 })));
    });
    return await work({
      executable: program.executable,
      profile: join(folder, 'profile'),
      environment: browserEnvironment(program, folder, fonts, environment),
      // Chromium refuses to start its sandbox as root.
      sandbox: process.getuid?.() !== 0,
    });
  } finally {
    remove();
  }
}

/** Only what a browser needs: no proxy, no locale, no time zone, no home of the user's. */
function browserEnvironment(
  program: BrowserProgram,
  folder: string,
  fonts: string,
  environment: Environment,
): Readonly<Record<string, string>> {
  const kept: Record<string, string> = {};
  // Windows does not start a program without these.
  const names =
    process.platform === 'win32'
      ? ['PATH', 'SystemRoot', 'SystemDrive', 'windir', 'PROGRAMFILES', 'LOCALAPPDATA', 'APPDATA', 'USERPROFILE']
      : ['PATH'];
  for (const name of names) {
    const value = environment[name];
    if (value !== undefined) kept[name] = value;
  }
  return {
    ...kept,
    HOME: folder,
    XDG_CACHE_HOME: folder,
    XDG_CONFIG_HOME: folder,
    TMPDIR: join(folder, 'tmp'),
    TEMP: join(folder, 'tmp'),
    TMP: join(folder, 'tmp'),
    TZ: 'UTC',
    LANG: 'C.UTF-8',
    LC_ALL: 'C.UTF-8',
    FONTCONFIG_FILE: fonts,
    FONTCONFIG_PATH: folder,
    ...(program.libraries === undefined ? {} : { LD_LIBRARY_PATH: program.libraries }),
  };
}
