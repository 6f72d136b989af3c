import type { Browser } from 'puppeteer-core';
import { type BrowserProcess, type Ending, startBrowser, within } from '../io/chromium/browser-process.js';
import type { BrowserHome } from '../io/chromium/home.js';
import type { FirstPage } from './browser-page.js';
import { browserNotStarted } from './messages.js';

/** In place of puppeteer's and Sparticuz' defaults, which loosen the security of the web: printing doesn't need that. */
const browserFlags = [
  '--headless',
  '--incognito', // keeps no profile: seventy files that are written and removed
  '--remote-debugging-pipe', // no port, and the browser ends when this process ends, however it ends
  '--disable-gpu',
  '--disable-dev-shm-usage', // containers give it 64 MB
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-sync',
  '--disable-breakpad',
  '--disable-crash-reporter',
  '--disable-features=Translate,OptimizationHints,MediaRouter,AcceptCHFrame,DialMediaRouteProvider',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--no-proxy-server',
  '--no-pings',
  '--no-first-run',
  '--no-default-browser-check',
  '--metrics-recording-only',
  '--mute-audio',
  '--hide-scrollbars',
  '--password-store=basic',
  '--use-mock-keychain',
  '--font-render-hinting=none', // glyph positions as the font has them, on every machine
  '--force-color-profile=srgb',
  '--force-device-scale-factor=1',
  '--lang=en-US',
] as const;

/** A browser that does not answer in this time (ms) has hung. */
const timeout = 60_000;

/** A browser that answers. */
export interface Running {
  readonly browser: Browser;
  readonly process: BrowserProcess;
  readonly first: FirstPage;
}

/**
 * Starts the browser, without its sandbox where that can't start.
 *
 * @throws {MissingError} When it does not start, with how it ended and its last words.
 */
export async function launch(home: BrowserHome): Promise<Running> {
  const first = await tried(home);
  if ('browser' in first) return first;
  const isSandbox = home.sandbox && /sandbox|namespace|zygote_host/i.test(first.words);
  const second = isSandbox ? await tried({ ...home, sandbox: false, profile: `${home.profile}-open` }) : first;
  if ('browser' in second) return second;
  throw browserNotStarted(home.executable, second);
}

type Puppeteer = Pick<typeof import('puppeteer-core').default, 'connect'>;

/**
 * The part of Puppeteer that speaks to a browser, which Puppeteer's documentation names for programs in a browser: the rest finds,
 * downloads and starts one, and is not used. Loaded here and not above: commands that print nothing don't pay for it.
 */
export async function loadedPuppeteer(): Promise<Puppeteer> {
  // Its types are declared a second time there, as others.
  const part: unknown = await import('puppeteer-core/lib/esm/puppeteer/puppeteer-core-browser.js');
  return part as Puppeteer;
}

/** A browser that was started and answers; or how it ended. */
async function tried(home: BrowserHome): Promise<Running | Ending> {
  const started = startBrowser(home, browserFlags);
  let answer: Browser | Ending | undefined;
  try {
    // The browser starts meanwhile. To one that has ended already, a connection would wait for its own limit.
    const loaded = await Promise.race([started.ended, loadedPuppeteer()]);
    if ('how' in loaded) return loaded;
    const connected = loaded.connect({ transport: started.transport });
    // Where the browser ends first, nobody waits for the connection.
    connected.catch(() => undefined);
    answer = await within(timeout, Promise.race([started.ended, connected.catch(() => started.ended)]));
    if (answer !== undefined && !('how' in answer)) return { browser: answer, process: started, first: { isLent: false } };
  } catch (error) {
    // It would go on, and this process with it.
    started.kill();
    throw error;
  }
  started.kill();
  return answer ?? { how: `it does not answer within ${timeout / 1000} s`, words: '' };
}

/** Ends it at once: its profile is removed after, and to end by itself takes it longer than to print a page. */
export async function closed({ browser, process: started }: Running): Promise<void> {
  // There only the browser itself could be killed, and its helpers would keep files open.
  if (process.platform === 'win32')
    await within(
      5000,
      browser.close().catch(() => undefined),
    );
  started.kill();
  // What is left of it would write into the home while that is removed.
  await within(5000, started.ended);
}
