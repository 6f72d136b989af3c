// What this folder says to a person: what the machine lacks, with the command that mends it.
import { MissingError } from '../../diagnostics/diagnostic.js';

const remedies: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  linux: 'sudo apt-get install chromium   # or: export CARBONCARD_BROWSER=/path/to/chrome',
  darwin: 'brew install --cask google-chrome   # or: export CARBONCARD_BROWSER=/path/to/chrome',
  win32: 'winget install Google.Chrome   (or: set CARBONCARD_BROWSER=C:\\path\\to\\chrome.exe)',
};

export function noBrowser(): MissingError {
  return new MissingError(
    'There is no browser to print the PDF with',
    remedies[process.platform] ?? 'export CARBONCARD_BROWSER=/path/to/chrome',
  );
}

export function notRunnable(variable: string, executable: string): MissingError {
  return new MissingError(
    `${variable} names no program that can be run: ${executable}`,
    `unset ${variable}   # to use the browser that carboncard brings`,
  );
}

export function noRoom(folder: string): MissingError {
  return new MissingError(
    `There is no room to unpack the browser (about 210 MB) in ${folder}`,
    'export XDG_CACHE_HOME=/a/folder/with/space   # or: export CARBONCARD_BROWSER=/path/to/chrome',
  );
}
