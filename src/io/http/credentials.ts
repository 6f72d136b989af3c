import { HttpError } from './http-error.js';

/** Where credentials are looked up. They are never arguments: those are in the history of the shell and in the list of processes. */
export const credentialVariables = {
  token: 'CARBONCARD_BEARER_TOKEN',
  username: 'CARBONCARD_USERNAME',
  password: 'CARBONCARD_PASSWORD',
} as const;

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
