import { createHash, randomBytes } from 'node:crypto';
import { type BigIntStats, constants, createReadStream, rmSync } from 'node:fs';
import { access, lstat, mkdir, mkdtemp, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir, tmpdir } from 'node:os';
import { delimiter, dirname, isAbsolute, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { MissingError } from '../diagnostics/diagnostic.js';
import { codeOf } from './system-error.js';

/** What the browser is started with: the `BrowserHome` of `render/browser`, which this folder may not import. */
interface Home {
  readonly executable: string;
  readonly profile: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly sandbox: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** A browser on this machine, and where the libraries lie that it needs beside it. */
export interface BrowserProgram {
  readonly executable: string;
  readonly libraries?: string;
  /** How it was found: named by the person, brought by npm and unpacked, or installed on the machine. */
  readonly origin: 'named' | 'bundled' | 'installed';
}

/** Variables that name a browser, first one set wins; the second is the one that puppeteer users know. */
const variables = ['CARBONCARD_BROWSER', 'PUPPETEER_EXECUTABLE_PATH'] as const;

/** The dynamic loader that the bundled binary was linked for; Alpine and NixOS have none there. */
const glibcLoader = '/lib64/ld-linux-x86-64.so.2';

const remedies: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  linux: 'sudo apt-get install chromium   # or: export CARBONCARD_BROWSER=/path/to/chrome',
  darwin: 'brew install --cask google-chrome   # or: export CARBONCARD_BROWSER=/path/to/chrome',
  win32: 'winget install Google.Chrome   (or: set CARBONCARD_BROWSER=C:\\path\\to\\chrome.exe)',
};

function remedy(): string {
  return remedies[process.platform] ?? 'export CARBONCARD_BROWSER=/path/to/chrome';
}

/**
 * The browser to print with: the one that the environment names, else the one that npm brought, else an installed one.
 * The bundled one goes before an installed one because only it prints the same bytes on every machine.
 *
 * @throws {MissingError} When there is none, with the command that mends it.
 */
export async function findBrowser(environment: Environment = process.env): Promise<BrowserProgram> {
  for (const variable of variables) {
    const executable = environment[variable];
    if (executable === undefined || executable === '') continue;
    if (await runnable(executable)) return { executable, origin: 'named' };
    throw new MissingError(
      `${variable} names no program that can be run: ${executable}`,
      `unset ${variable}   # to use the browser that carboncard brings`,
    );
  }
  const pack = await bundledPack();
  if (pack !== undefined) {
    const folder = await unpacked(pack, environment);
    return { executable: join(folder, 'chromium'), libraries: join(folder, 'lib'), origin: 'bundled' };
  }
  for (const executable of await installedBrowsers(environment)) {
    if (await runnable(executable)) return { executable, origin: 'installed' };
  }
  throw new MissingError('There is no browser to print the PDF with', remedy());
}

async function runnable(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}

async function installedBrowsers(environment: Environment): Promise<readonly string[]> {
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

/** The npm package that brings Chromium, as far as unpacking needs to know it. */
interface Pack {
  readonly folder: string;
  readonly version: string;
  /** Changes when the package's files do: version and compressed sizes. */
  readonly fingerprint: string;
}

async function bundledPack(): Promise<Pack | undefined> {
  // The package holds a binary for this one platform; other systems have to bring their own.
  if (process.platform !== 'linux' || process.arch !== 'x64' || !(await present(glibcLoader))) return undefined;
  try {
    const root = dirname(dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium'))));
    const facts: unknown = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    const version = typeof facts === 'object' && facts !== null && 'version' in facts ? String(facts.version) : '';
    const folder = join(root, 'bin');
    const sizes = await Promise.all(['chromium.br', 'al2023.tar.br'].map(async (name) => (await stat(join(folder, name))).size));
    if (!/^[\w.-]+$/.test(version)) return undefined;
    return { folder, version, fingerprint: [version, ...sizes].join(' ') };
  } catch {
    // Not installed (`npm install --omit=optional`, a bundler): look for an installed browser instead.
    return undefined;
  }
}

async function present(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

/** One unpacked file: what it must be, and how the file system described it when it was so. */
interface Entry {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  /** inode, mtime and ctime in nanoseconds. Nobody can set ctime, so while these hold the content is what was hashed. */
  readonly stamp: string;
}

interface Manifest {
  readonly fingerprint: string;
  readonly entries: readonly Entry[];
}

const manifestName = 'manifest.json';

const preparing = new Map<string, Promise<string>>();

/** The folder with the unpacked browser; once per process and cache. */
function unpacked(pack: Pack, environment: Environment): Promise<string> {
  const key = [cacheFolder(environment) ?? '', pack.fingerprint].join('\n');
  const known = preparing.get(key);
  if (known !== undefined) return known;
  const started = unpackInto(pack, environment);
  preparing.set(key, started);
  // A failure (a full disk) may be mended before the next try.
  started.catch(() => preparing.delete(key));
  return started;
}

function cacheFolder(environment: Environment): string | undefined {
  const named = environment['XDG_CACHE_HOME'];
  if (named !== undefined && isAbsolute(named)) return join(named, 'carboncard');
  const home = environment['HOME'];
  return home !== undefined && isAbsolute(home) ? join(home, '.cache', 'carboncard') : undefined;
}

async function unpackInto(pack: Pack, environment: Environment): Promise<string> {
  const cache = cacheFolder(environment);
  if (cache !== undefined && (await privateFolder(cache))) {
    try {
      return await cachedIn(cache, pack);
    } catch (error) {
      if (!isUnwritable(error)) throw explained(error, cache);
    }
  }
  // No home to keep it in: unpack for this process alone, under a name that nobody could have prepared.
  const folder = await mkdtemp(join(tmpdir(), 'carboncard-'));
  removedAtExit(folder);
  try {
    await unpack(pack, folder);
  } catch (error) {
    throw explained(error, folder);
  }
  return folder;
}

function isUnwritable(error: unknown): boolean {
  return ['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error));
}

function explained(error: unknown, folder: string): unknown {
  const code = codeOf(error);
  if (code !== 'ENOSPC' && code !== 'EDQUOT') return error;
  return new MissingError(
    `There is no room to unpack the browser (about 210 MB) in ${folder}`,
    'export XDG_CACHE_HOME=/a/folder/with/space   # or: export CARBONCARD_BROWSER=/path/to/chrome',
  );
}

/** Makes the folder if need be. False where it can't be made, or where others could put a program of theirs into it. */
async function privateFolder(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const facts = await lstat(folder, { bigint: true });
    return facts.isDirectory() && isOurs(facts);
  } catch {
    return false;
  }
}

/** Owned by this user and writable by nobody else. */
function isOurs(facts: BigIntStats): boolean {
  const uid = process.getuid?.();
  return (uid === undefined || facts.uid === BigInt(uid)) && (facts.mode & 0o022n) === 0n;
}

async function cachedIn(cache: string, pack: Pack): Promise<string> {
  const folder = join(cache, `chromium-${pack.version}-${process.platform}-${process.arch}`);
  if (await isIntact(folder, pack)) return folder;
  const partial = `${folder}.${temporary()}.partial`;
  try {
    await mkdir(partial, { mode: 0o700 });
    await unpack(pack, partial);
    await removeAbandoned(cache, partial);
    await takeThePlace(partial, folder, pack);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  return folder;
}

function temporary(): string {
  return randomBytes(6).toString('hex');
}

/** Renames the finished folder into place. Whoever comes second finds the first one's there, and keeps it if it is whole. */
async function takeThePlace(partial: string, folder: string, pack: Pack): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await rename(partial, folder);
    } catch (error) {
      if (!['ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(codeOf(error)) || attempt === 5) throw error;
    }
    if (await isIntact(folder, pack)) return;
    const broken = `${folder}.${temporary()}.partial`;
    await rename(folder, broken).catch(() => undefined);
    await rm(broken, { recursive: true, force: true });
  }
}

/** Folders that a killed process left half unpacked. Told by their age against our own, since clocks of hosts differ. */
async function removeAbandoned(cache: string, own: string): Promise<void> {
  const hour = 3_600_000;
  const now = (await stat(join(own, manifestName))).mtimeMs;
  for (const name of await readdir(cache)) {
    if (!name.endsWith('.partial') || join(cache, name) === own) continue;
    const facts = await stat(join(cache, name)).catch(() => undefined);
    if (facts !== undefined && now - facts.mtimeMs > hour) await rm(join(cache, name), { recursive: true, force: true });
  }
}

/**
 * Whether what lies there is what we unpacked. Hashing 200 MB takes 0.15 s, more than a launch; so the hash is taken
 * only where inode, mtime or ctime changed: a copied or restored cache passes it, a changed or torn file does not.
 */
async function isIntact(folder: string, pack: Pack): Promise<boolean> {
  try {
    const facts = await lstat(folder, { bigint: true });
    if (!facts.isDirectory() || !isOurs(facts) || (facts.mode & 0o077n) !== 0n) return false;
    const manifest = asManifest(JSON.parse(await readFile(join(folder, manifestName), 'utf8')));
    if (manifest?.fingerprint !== pack.fingerprint) return false;
    // A library that we did not put there would be loaded too.
    const expected = [...manifest.entries.map((entry) => entry.name), manifestName].sort();
    if ((await filesBelow(folder)).sort().join('\n') !== expected.join('\n')) return false;
    const restamped = await Promise.all(manifest.entries.map((entry) => checked(folder, entry)));
    const entries = restamped.filter((entry) => entry !== undefined);
    if (entries.length !== manifest.entries.length) return false;
    if (entries.some((entry, index) => entry !== manifest.entries[index])) await writeManifest(folder, { ...manifest, entries });
    return true;
  } catch {
    return false;
  }
}

/** The entry if the file is as it says, with a new stamp where only that changed. */
async function checked(folder: string, entry: Entry): Promise<Entry | undefined> {
  const file = join(folder, entry.name);
  const facts = await lstat(file, { bigint: true });
  if (!facts.isFile() || !isOurs(facts) || facts.size !== BigInt(entry.size)) return undefined;
  if (stampOf(facts) === entry.stamp) return entry;
  const hash = createHash('sha256');
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex') === entry.sha256 ? { ...entry, stamp: stampOf(facts) } : undefined;
}

function stampOf(facts: BigIntStats): string {
  return [facts.ino, facts.mtimeNs, facts.ctimeNs].join(' ');
}

async function filesBelow(folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) found.push(entry.name);
    else found.push(...(await filesBelow(join(folder, entry.name))).map((name) => `${entry.name}/${name}`));
  }
  return found;
}

function asManifest(value: unknown): Manifest | undefined {
  if (typeof value !== 'object' || value === null || !('fingerprint' in value) || !('entries' in value)) return undefined;
  const { fingerprint, entries } = value;
  if (typeof fingerprint !== 'string' || !Array.isArray(entries) || entries.length === 0 || !entries.every(isEntry)) return undefined;
  return { fingerprint, entries };
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null || !('name' in value && 'size' in value && 'sha256' in value && 'stamp' in value))
    return false;
  return (
    typeof value.name === 'string' &&
    Number.isSafeInteger(value.size) &&
    typeof value.sha256 === 'string' &&
    typeof value.stamp === 'string'
  );
}

async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const file = join(folder, `${manifestName}.${temporary()}`);
  await writeFile(file, `${JSON.stringify(manifest, undefined, 2)}\n`, { mode: 0o600, flag: 'wx' });
  await rename(file, join(folder, manifestName));
}

/** Unpacks program and libraries into an empty private folder; the manifest comes last, so that without it nothing counts. */
async function unpack(pack: Pack, folder: string): Promise<void> {
  const program = inflated(join(pack.folder, 'chromium.br'));
  const entries = [await written(folder, 'chromium', program)];
  await mkdir(join(folder, 'lib'), { mode: 0o700 });
  for (const { name, data } of libraries(await collected(inflated(join(pack.folder, 'al2023.tar.br'))))) {
    entries.push(await written(folder, `lib/${name}`, Readable.from([data])));
  }
  await writeManifest(folder, { fingerprint: pack.fingerprint, entries });
}

function inflated(file: string): Readable {
  const source = createReadStream(file, { highWaterMark: 1 << 20 });
  const inflate = createBrotliDecompress({ chunkSize: 1 << 20 });
  source.once('error', (error) => inflate.destroy(error));
  return source.pipe(inflate);
}

async function collected(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(bufferOf(chunk));
  return Buffer.concat(chunks);
}

function bufferOf(chunk: unknown): Buffer {
  if (chunk instanceof Uint8Array) return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  throw new TypeError('a stream of bytes gave something else');
}

/** Writes a program file, on the disk for good before it counts, hashed on the way from the package. */
async function written(folder: string, name: string, content: Readable): Promise<Entry> {
  const hash = createHash('sha256');
  const handle = await open(join(folder, name), 'wx', 0o700);
  try {
    let size = 0;
    for await (const chunk of content) {
      const bytes = bufferOf(chunk);
      hash.update(bytes);
      await handle.writeFile(bytes);
      size += bytes.length;
    }
    await handle.sync();
    return { name, size, sha256: hash.digest('hex'), stamp: stampOf(await handle.stat({ bigint: true })) };
  } finally {
    content.destroy();
    await handle.close();
  }
}

/** The shared libraries in a ustar archive, by bare name: nothing in it can name a path outside the folder. */
function libraries(archive: Buffer): readonly { readonly name: string; readonly data: Buffer }[] {
  const block = 512;
  const found: { name: string; data: Buffer }[] = [];
  for (let at = 0; at + block <= archive.length; ) {
    const header = archive.subarray(at, at + block);
    const path = header.toString('latin1', 0, 100).replace(/\0[\s\S]*$/, '');
    if (path === '') break;
    const size = Number.parseInt(header.toString('latin1', 124, 136), 8);
    const type = header.toString('latin1', 156, 157);
    const name = /(?:^|\/)(lib[\w.+-]+)$/.exec(path)?.[1];
    at += block;
    if ((type === '0' || type === '\0') && name !== undefined) found.push({ name, data: archive.subarray(at, at + size) });
    at += Math.ceil(size / block) * block;
  }
  return found;
}

/**
 * One font for the whole machine, our text face: what a page does not bring is not taken from the host, where every machine
 * would differ. None at all is worse: without a last resort Chromium gives up each face of the page that is still loading.
 */
function fontconfig(fonts: string, cache: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${xmlText(fonts)}</dir>
  <cachedir>${xmlText(cache)}</cachedir>
</fontconfig>
`;
}

/**
 * Finds the browser, gives it a home of its own for as long as the work takes, and removes that home after it.
 * The home holds profile, temporary files and font configuration, so that nothing of the user's is read or changed.
 *
 * @throws {MissingError} When there is no browser.
 * @example await withBrowserHome((home) => withBrowser(home, (browser) => browser.withPage((page) => printPdf(page, …))))
 */
export async function withBrowserHome<T>(work: (home: Home) => Promise<T>, environment: Environment = process.env): Promise<T> {
  const program = await findBrowser(environment);
  const folder = await mkdtemp(join(tmpdir(), 'carboncard-'));
  const release = removedAtExit(folder);
  try {
    const fonts = join(folder, 'fonts.conf');
    const textFace = dirname(
      createRequire(import.meta.url).resolve('@expo-google-fonts/ibm-plex-sans/400Regular/IBMPlexSans_400Regular.ttf'),
    );
    await writeFile(fonts, fontconfig(textFace, join(folder, 'fontcache')), { mode: 0o600 });
    await Promise.all(['profile', 'tmp'].map((name) => mkdir(join(folder, name), { mode: 0o700 })));
    return await work({
      executable: program.executable,
      profile: join(folder, 'profile'),
      environment: browserEnvironment(program, folder, fonts, environment),
      // Chromium refuses to start its sandbox as root.
      sandbox: process.getuid?.() !== 0,
    });
  } finally {
    release();
  }
}

/** Removes the folder when the process ends, also by a signal; gives what removes it before. The browser ends with its pipe. */
function removedAtExit(folder: string): () => void {
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  const onSignal = (signal: NodeJS.Signals): void => {
    release();
    process.kill(process.pid, signal);
  };
  const release = (): void => {
    process.off('exit', remove);
    for (const signal of signals) process.off(signal, onSignal);
    remove();
  };
  process.once('exit', remove);
  for (const signal of signals) process.once(signal, onSignal);
  return release;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

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

function xmlText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
