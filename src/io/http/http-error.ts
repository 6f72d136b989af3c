/** Why a server gave no answer that can be used. No address, no header and no credential is in it. */
export type HttpProblem =
  /** `code` is the system's: `ECONNREFUSED`, `ENOTFOUND`, or `CERT_HAS_EXPIRED` of a certificate. */
  | { readonly kind: 'unreachable'; readonly code: string; readonly attempts: number }
  | { readonly kind: 'timed-out'; readonly seconds: number; readonly attempts: number }
  /** The server said no: 401, 403, or 5xx again and again. */
  | { readonly kind: 'status'; readonly status: number; readonly attempts: number; readonly beginning: string }
  /** The server names an address elsewhere. It is not followed: credentials are for the server that was named. */
  | { readonly kind: 'elsewhere'; readonly origin: string }
  | { readonly kind: 'redirects' }
  | { readonly kind: 'too-large'; readonly maxBytes: number }
  /** An address or credentials that can't be sent. */
  | { readonly kind: 'invalid-address'; readonly reason: 'not-a-url' | 'protocol' | 'credentials' | 'query' | 'port' }
  | { readonly kind: 'invalid-credentials'; readonly reason: 'both' | 'no-password' | 'no-username' | 'line-break' };

export class HttpError extends Error {
  override readonly name = 'HttpError';
  constructor(readonly problem: HttpProblem) {
    super(problem.kind);
  }
}
