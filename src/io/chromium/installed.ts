import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, isAbsolute, join } from 'node:path';
import type { Environment } from './environment.js';

/** Where a browser may be on this machine, in the order to try: on the path, where installers put it, puppeteer's own. */
export async function installedBrowsers(environment: Environment): Promise<readonly string[]> {
  const onPath = (environment['PATH'] ?? '').split(delimiter).filter(isAbsolute);
  const usual: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
    linux: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable', 'microsoft-edge'].flatMap(
      (name) => [...onPath, '/usr/bin', '/snap/bin'].map((folder) => join(folder, name)),
    ),
    darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
      ['/Applications', join(homedir(), 'Applications')].map((folder) => join(folder, `${name}.app`, 'Contents', 'MacOS', name)),
    ),
    win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
      const folder = environment[variable];
      if (folder === undefined) return [];
      return [
        join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
        join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
      ];
    }),
  };
  return [...(usual[process.platform] ?? []), ...(await puppeteerBrowsers(environment))];
}

/** What `npm install puppeteer` downloaded, newest name last to first. Its folder is read, so that puppeteer itself need not be loaded. */
async function puppeteerBrowsers(environment: Environment): Promise<readonly string[]> {
  const root = environment['PUPPETEER_CACHE_DIR'] ?? join(homedir(), '.cache', 'puppeteer');
  const inside: Readonly<Record<string, readonly string[]>> = {
    'chrome': [
      'chrome-linux64/chrome',
      'chrome-win64/chrome.exe',
      ...['arm64', 'x64'].map((cpu) => `chrome-mac-${cpu}/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing`),
    ],
    'chrome-headless-shell': [
      'chrome-headless-shell-linux64/chrome-headless-shell',
      'chrome-headless-shell-win64/chrome-headless-shell.exe',
      ...['arm64', 'x64'].map((cpu) => `chrome-headless-shell-mac-${cpu}/chrome-headless-shell`),
    ],
  };
  const found: string[] = [];
  for (const [kind, files] of Object.entries(inside)) {
    const versions = await readdir(join(root, kind)).catch(() => []);
    for (const version of versions.sort().reverse()) found.push(...files.map((file) => join(root, kind, version, file)));
  }
  return found;
}
