import { HttpError } from './http-error.js';

/** Where credentials are looked up. They are never arguments: those are in the history of the shell and in the list of processes. */
export const credentialVariables = {
  token: 'CARBONCARD_BEARER_TOKEN',
  username: 'CARBONCARD_USERNAME',
  password: 'CARBONCARD_PASSWORD',
} as const;

/** Hosts of this machine, to which nothing goes over a network. */
const loopback = /^(?:localhost|[^.]+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i;

/**
 * Whether credentials would go over a network unencrypted, where anyone on the way reads them.
 *
 * @example isExposed(new URL('http://prometheus.example:9090'), 'Bearer abc') //=> true
 * @example isExposed(new URL('http://127.0.0.1:9090'), 'Bearer abc') //=> false
 */
export function isExposed({ protocol, hostname }: URL, header: string | undefined): boolean {
  return header !== undefined && protocol === 'http:' && !loopback.test(hostname);
}

/**
 * A text of a server without the credentials that were sent to it: a page of a proxy may show what it was asked.
 *
 * @example redacted('You sent Bearer abc', 'Bearer abc') //=> 'You sent Bearer …'
 */
export function redacted(text: string, header: string | undefined): string {
  const [scheme, word = ''] = header?.split(' ') ?? [];
  if (word === '') return text;
  const plain = scheme === 'Basic' ? Buffer.from(word, 'base64').toString('utf8') : '';
  return [word, plain].filter((secret) => secret.length > 3).reduce((rest, secret) => rest.replaceAll(secret, '…'), text);
}

/**
 * The header `Authorization` from the environment; nothing where no variable is set. An empty variable counts as absent.
 *
 * @throws {HttpError} Where a token and a password are both set, or one of name and password alone.
 * @example authorization({ CARBONCARD_USERNAME: 'ada', CARBONCARD_PASSWORD: 'pw' }) //=> 'Basic YWRhOnB3'
 */
export function authorization(environment: Readonly<Record<string, string | undefined>>): string | undefined {
  const [token, username, password] = [credentialVariables.token, credentialVariables.username, credentialVariables.password].map((name) =>
    environment[name] === '' ? undefined : environment[name],
  );
  const refuse = (reason: 'both' | 'no-password' | 'no-username' | 'line-break'): never => {
    throw new HttpError({ kind: 'invalid-credentials', reason });
  };
  if (token !== undefined && (username !== undefined || password !== undefined)) refuse('both');
  if (username !== undefined && password === undefined) refuse('no-password');
  if (username === undefined && password !== undefined) refuse('no-username');
  if (token !== undefined) {
    // A file's last line break comes along with `$(cat token)` in some shells, and no header may hold one.
    const word = token.trim();
    if (!/^[\x21-\x7e]+$/.test(word)) refuse('line-break');
    return `Bearer ${word}`;
  }
  if (username === undefined) return undefined;
  return `Basic ${Buffer.from(`${username}:${password}`, 'utf8').toString('base64')}`;
}
