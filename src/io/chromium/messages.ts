// What the machine lacks to print a PDF, with the command that fixes it.
import { MissingError } from '../../diagnostics/diagnostic.js';

const remedies: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  linux: 'sudo apt-get install chromium   # or: export CARBONCARD_BROWSER=/path/to/chrome',
  darwin: 'brew install --cask google-chrome   # or: export CARBONCARD_BROWSER=/path/to/chrome',
  win32: 'winget install Google.Chrome   (or: set CARBONCARD_BROWSER=C:\\path\\to\\chrome.exe)',
};

export function noBrowser(): MissingError {
  return new MissingError('No browser found to print the PDF', remedies[process.platform] ?? 'export CARBONCARD_BROWSER=/path/to/chrome');
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
    'export XDG_CACHE_HOME=/a/folder/with/space   # or: export CARBONCARD_BROWSER=/path/to/chrome',
  );
}
