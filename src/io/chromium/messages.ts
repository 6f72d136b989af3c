// What the machine lacks to print a PDF, with the command that fixes it.
import { MissingError } from '../../diagnostics/diagnostic.js';
import { warning } from '../../diagnostics/message.js';

const remedies: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  linux: 'sudo apt-get install chromium   # or: export CARBONCARD_BROWSER=/path/to/chrome',
  darwin: 'brew install --cask google-chrome   # or: export CARBONCARD_BROWSER=/path/to/chrome',
  win32: 'winget install Google.Chrome   (or: set CARBONCARD_BROWSER=C:\\path\\to\\chrome.exe)',
};

const another = 'export CARBONCARD_BROWSER=/path/to/chrome';

export function noBrowser(): MissingError {
  return new MissingError('No browser found to print the PDF', remedies[process.platform] ?? another);
}

export function notRunnable(variable: string, executable: string): MissingError {
  return new MissingError(
    `${variable} does not name an executable: ${executable}`,
    `unset ${variable}   # to use the browser that carboncard brings`,
  );
}

export function noRoom(folder: string): MissingError {
  return new MissingError(
    `Not enough space to unpack the browser (about 210 MB) in ${folder}`,
    `export XDG_CACHE_HOME=/a/folder/with/space   # or: ${another}`,
  );
}

/** @param folder Of the file system that runs no programs, most often since it is mounted `noexec`. */
export function runsNothing(folder: string): MissingError {
  return new MissingError(
    `The browser can't be run from ${folder}: the file system does not allow programs (noexec)`,
    `export XDG_CACHE_HOME=/a/folder/that/allows/programs   # or: ${another}`,
  );
}

export function notUnpacked(folder: string, code: string): MissingError {
  return new MissingError(
    `The browser can't be unpacked in ${folder}: ${reasonOf(code)}`,
    `export XDG_CACHE_HOME=/another/folder   # or: ${another}`,
  );
}

export function damagedPack(folder: string): MissingError {
  return new MissingError(`The packed browser in ${folder} is damaged`, `npm ci   # or: ${another}`);
}

/**
 * @param folder Where temporary files go: `TMPDIR`, or the system's own.
 * @param isNamed An option names it.
 */
export function noTemporaryFolder(folder: string, code: string, isNamed = false): MissingError {
  const ofSystem = process.platform === 'win32' ? 'set TEMP=C:\\another\\folder' : 'export TMPDIR=/another/folder';
  return new MissingError(
    `No temporary files can be written in ${folder}: ${reasonOf(code)}`,
    isNamed ? 'Name another folder with `--temp-dir`' : ofSystem,
  );
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder',
  ENOTDIR: 'it is not a folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOSPC: 'no space is left',
  EDQUOT: 'no space is left',
  EROFS: 'the disk is read-only',
  EMFILE: 'too many open files (`ulimit -n`)',
  ENFILE: 'too many open files',
};

function reasonOf(code: string): string {
  return reasons[code] ?? `the system refused (${code})`;
}

/** Why a cache is not used. */
export type CacheFault = 'link' | 'not-a-folder' | 'not-yours' | 'open' | 'noexec' | 'unwritable';

const faults: Readonly<Record<CacheFault, readonly [why: string, expected: string]>> = {
  link: ['it is a symbolic link', 'Make it a folder, or set XDG_CACHE_HOME to the folder that the link leads to'],
  'not-a-folder': ['it is not a folder', 'Move the file away, or set XDG_CACHE_HOME to another folder'],
  'not-yours': ['it belongs to another user', 'Set XDG_CACHE_HOME to a folder of your own'],
  open: ['other users can write to it', 'Take that permission away: `chmod go-w`, after a look at what is in it'],
  noexec: ['its file system does not allow programs (noexec)', 'Set XDG_CACHE_HOME to a folder that allows programs'],
  unwritable: ['it can’t be written', 'Make it writable, or set XDG_CACHE_HOME to another folder'],
};

/** What is odd about where the browser is kept. */
export const messages = {
  cacheNotUsed: (fault: CacheFault) =>
    warning('cache-not-used', `The cache of the browser is not used: ${faults[fault][0]}. The browser is unpacked again in each run.`, {
      expected: faults[fault][1],
    }),
} as const;
