import { setTimeout as wait } from 'node:timers/promises';
import { codeOf } from '../system-error.js';
import { authorization, isExposed, redacted } from './credentials.js';
import { HttpError } from './http-error.js';

/** A server that a person named. Nothing else on the network is ever asked. */
export interface Server {
  /** Whether credentials go to it unencrypted, over a network. */
  readonly isExposed: boolean;
  /** The answer to a question below the address of the server: any status but those that are tried again, and no. */
  readonly ask: (path: string, parameters: readonly (readonly [name: string, value: string])[]) => Promise<HttpReply>;
}

export interface HttpReply {
  readonly status: number;
  readonly text: string;
}

export interface ServerOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** `X-Scope-OrgID`, by which Mimir, Cortex and Loki tell whose data are meant. */
  readonly tenant?: string | undefined;
  /** For one answer. */
  readonly timeoutSeconds?: number | undefined;
  /** How long a server that answered before may be away; waiting alone is counted. */
  readonly patienceSeconds?: number | undefined;
  /** The first wait; each further one is twice as long, and 30 s at most. */
  readonly firstWaitSeconds?: number | undefined;
  readonly maxBytes?: number | undefined;
  /** Told before each wait, for a person at a terminal. */
  readonly onWait?: ((seconds: number) => void) | undefined;
}

const defaults = { timeoutSeconds: 150, patienceSeconds: 300, firstWaitSeconds: 0.5, maxBytes: 256 * 1024 * 1024 };
/** Of a server that never answered, a wrong address is likelier than one that is being restarted. */
const strangersPatienceSeconds = 8;
const maxWaitSeconds = 30;
/** A server may ask for longer waits than our own. */
const maxAskedSeconds = 120;
const maxRedirects = 5;
/** Longer addresses are cut by some proxies. */
const maxAddress = 6000;

/** What the system says where a server is away, as it is while it restarts. All else is a fault that waiting does not change. */
const passing: readonly string[] = [
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN'],
  ...['UND_ERR_SOCKET', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT'],
];

/**
 * Opens a server by its address, which may have a path: `https://mimir.example/prometheus`. Nothing is sent yet.
 *
 * Answers 429 and 5xx, refused and broken connections and time-outs are tried again, after waits that double. Credentials come from the
 * environment and are sent to the origin of the address only: a redirect to another origin is an error.
 *
 * @throws {HttpError} Where address or credentials are invalid.
 */
export function openServer(address: string, options: ServerOptions): Server {
  const base = addressOf(address);
  const header = authorization(options.environment);
  const headers = {
    accept: 'application/json',
    ...(header === undefined ? {} : { authorization: header }),
    ...(options.tenant === undefined ? {} : { 'x-scope-orgid': options.tenant }),
  };
  const limits = { ...defaults, ...defined(options) };
  let isKnown = false;
  return {
    isExposed: isExposed(base, header),
    ask: async (path, parameters) => {
      const patience = (): number => (isKnown ? limits.patienceSeconds : Math.min(limits.patienceSeconds, strangersPatienceSeconds));
      const reply = await persistently(() => once({ base, headers, limits, header }, path, parameters), limits, patience);
      isKnown = true;
      return reply;
    },
  };
}

type Limits = typeof defaults & { readonly onWait?: ((seconds: number) => void) | undefined };

function defined({ timeoutSeconds, patienceSeconds, firstWaitSeconds, maxBytes, onWait }: ServerOptions): Partial<Limits> {
  const given = { timeoutSeconds, patienceSeconds, firstWaitSeconds, maxBytes, onWait };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

function addressOf(address: string): URL {
  const refuse = (reason: 'not-a-url' | 'protocol' | 'credentials' | 'query'): never => {
    throw new HttpError({ kind: 'invalid-address', reason });
  };
  const url = URL.canParse(address) ? new URL(address) : refuse('not-a-url');
  if (url.protocol !== 'http:' && url.protocol !== 'https:') refuse('protocol');
  if (url.username !== '' || url.password !== '') refuse('credentials');
  if (url.search !== '' || url.hash !== '') refuse('query');
  url.pathname = url.pathname.replace(/\/+$/, '');
  return url;
}

/** What one try came to: an answer, or something that may be otherwise after a while. */
type Tried = { readonly reply: HttpReply } | { readonly again: HttpError['problem']; readonly askedSeconds?: number | undefined };

async function persistently(attempt: () => Promise<Tried>, limits: Limits, patience: () => number): Promise<HttpReply> {
  let waited = 0;
  for (let attempts = 1; ; attempts++) {
    const tried = await attempt();
    if ('reply' in tried) return tried.reply;
    const doubled = Math.min(maxWaitSeconds, limits.firstWaitSeconds * 2 ** (attempts - 1));
    const seconds = Math.max(doubled, Math.min(maxAskedSeconds, tried.askedSeconds ?? 0));
    if (waited + seconds > patience()) throw new HttpError({ ...tried.again, attempts } as HttpError['problem']);
    limits.onWait?.(seconds);
    await wait(seconds * 1000);
    waited += seconds;
  }
}

interface Connection {
  readonly base: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly limits: Limits;
  /** The credentials among the headers. */
  readonly header: string | undefined;
}

async function once(connection: Connection, path: string, parameters: readonly (readonly [string, string])[]): Promise<Tried> {
  const { base, limits, header } = connection;
  const query = parameters.map((pair) => pair.map(encodeURIComponent).join('=')).join('&');
  const target = new URL(base);
  target.pathname = `${base.pathname.replace(/\/$/, '')}${path}`;
  const isLong = target.href.length + query.length > maxAddress;
  if (!isLong) target.search = query;
  try {
    const response = await followed(connection, target, isLong ? query : undefined);
    return await triedOf(response, (text) => redacted(text, header), limits.maxBytes);
  } catch (error) {
    return passed(error, limits.timeoutSeconds);
  }
}

/** Follows redirects within the origin alone. */
async function followed({ base, headers, limits }: Connection, target: URL, body: string | undefined): Promise<Response> {
  let at = target;
  for (let redirects = 0; redirects <= maxRedirects; redirects++) {
    const response = await fetch(at.href, {
      ...(body === undefined ? {} : { method: 'POST', body }),
      headers: body === undefined ? headers : { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      redirect: 'manual',
      signal: AbortSignal.timeout(limits.timeoutSeconds * 1000),
    });
    const location = response.headers.get('location');
    if (![301, 302, 303, 307, 308].includes(response.status) || location === null) return response;
    await response.body?.cancel();
    const next = URL.canParse(location, at.href) ? new URL(location, at.href) : undefined;
    if (next === undefined || next.origin !== base.origin) throw new HttpError({ kind: 'elsewhere', origin: next?.origin ?? 'nowhere' });
    // Credentials are ours alone, and `fetch` takes no address with others.
    next.username = '';
    next.password = '';
    at = next;
  }
  throw new HttpError({ kind: 'redirects' });
}

async function triedOf(response: Response, clean: (text: string) => string, maxBytes: number): Promise<Tried> {
  const { status } = response;
  const text = clean(await textOf(response, maxBytes));
  if (status === 401 || status === 403) throw new HttpError({ kind: 'status', status, attempts: 1, beginning: beginningOf(text) });
  // An answer of the API itself, such as "query timed out", says what is wrong: whoever asked decides.
  const isOfApi = text.trimStart().startsWith('{') && /"errorType"\s*:\s*"(?!unavailable|cancell?ed|internal)/.test(text);
  if (status === 429 || (status >= 500 && !isOfApi)) {
    const askedSeconds = secondsOf(response.headers.get('retry-after'));
    return { again: { kind: 'status', status, attempts: 1, beginning: beginningOf(text) }, askedSeconds };
  }
  return { reply: { status, text } };
}

/** `Retry-After` in seconds. A date there needs a clock, and is answered by our own waits. */
function secondsOf(header: string | null): number | undefined {
  return header !== null && /^\d{1,6}$/.test(header.trim()) ? Number(header) : undefined;
}

function beginningOf(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 120);
}

/** The body, read no further than the limit: an answer may never end. */
async function textOf(response: Response, maxBytes: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw new HttpError({ kind: 'too-large', maxBytes });
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** What may pass; anything else is thrown. */
function passed(error: unknown, seconds: number): Tried {
  if (error instanceof HttpError) throw error;
  if (error instanceof DOMException && error.name === 'TimeoutError') return { again: { kind: 'timed-out', seconds, attempts: 1 } };
  if (isPortRefused(error)) throw new HttpError({ kind: 'invalid-address', reason: 'port' });
  const code = causeCode(error);
  if (passing.includes(code)) return { again: { kind: 'unreachable', code, attempts: 1 } };
  throw new HttpError({ kind: 'unreachable', code, attempts: 1 });
}

/** `fetch` connects to no port of mail, FTP and some other protocols (Fetch standard, section "Port blocking"). */
function isPortRefused(error: unknown): boolean {
  return error instanceof TypeError && error.cause instanceof Error && error.cause.message === 'bad port';
}

/** `fetch` hides the system's code behind `cause`; where several addresses were tried, behind the first of its errors. */
function causeCode(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const first = cause instanceof AggregateError && codeOf(cause) === 'unknown' ? cause.errors[0] : cause;
  return codeOf(first);
}
