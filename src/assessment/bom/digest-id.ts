import { createHash } from 'node:crypto';

/**
 * A UUID (version 8 of RFC 9562) whose digits are a digest of a text, so that the same content has the same id.
 *
 * @example digestId('') //=> 'e3b0c442-98fc-8c14-8afb-f4c8996fb924'
 */
export function digestId(text: string): string {
  const digits = createHash('sha256').update(text).digest('hex');
  return [digits.slice(0, 8), digits.slice(8, 12), `8${digits.slice(13, 16)}`, `8${digits.slice(17, 20)}`, digits.slice(20, 32)].join('-');
}
