/** What the system calls its refusal: `ENOENT`; `unknown` for an error that isn't the system's. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
}
