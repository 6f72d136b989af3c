import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { policy } from '../../scripts/site/policy.mjs';
import { withTestBrowser } from '../pdf/test-browser.js';
import { builtSite, root } from './built-site.js';

export { root };

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** The built site, served; everything that a browser asks for goes through the server, whatever its host. */
export interface ServedSite {
  readonly address: string;
  /** Where its files are. */
  readonly folder: string;
  /** Paths of the site's own files that were asked for. */
  readonly own: string[];
  /** Whatever else was asked for: none of it was answered. */
  readonly foreign: string[];
  /** The site's own files are no longer answered either. */
  isOffline: boolean;
  readonly withBrowser: <Result>(work: (browser: Browser) => Promise<Result>) => Promise<Result>;
  readonly close: () => void;
}

/** Serves the site as a static host does. */
export async function serveSite(): Promise<ServedSite> {
  const folder = await builtSite();
  const own: string[] = [];
  const foreign: string[] = [];
  let host = '';
  const server: Server = createServer(({ url = '/' }, response) => {
    // A proxy is asked for whole addresses.
    const asked = new URL(url, host);
    const name = decodeURIComponent(asked.pathname).replace(/\/$/, '/index.html');
    const file = join(folder, name);
    if (asked.origin !== host) {
      foreign.push(asked.href);
      response.writeHead(403).end();
    } else if (served.isOffline || !existsSync(file) || !statSync(file).isFile()) {
      own.push(asked.pathname);
      response.writeHead(served.isOffline ? 503 : 404).end();
    } else {
      own.push(asked.pathname);
      response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream', 'content-security-policy': policy });
      response.end(readFileSync(file));
    }
  });
  server.on('connect', ({ url = '' }, socket) => {
    foreign.push(url);
    socket.destroy();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  host = `http://127.0.0.1:${port}`;
  const proxied = [
    `--proxy-server=${host}`,
    '--proxy-bypass-list=<-loopback>',
    '--disable-background-networking',
    '--disable-component-update',
  ];
  const served: ServedSite = {
    address: host,
    folder,
    own,
    foreign,
    isOffline: false,
    withBrowser: (work) => withTestBrowser(work, proxied),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return served;
}
