import { z } from 'zod';
import { type Hover, hover } from './words.js';

/** Letters, digits and hyphens between dots: a name of a host that is no number. */
const hostName = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?!\d+$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;

/** Whether a text is an address that a browser opens, without blanks, user and password. */
export function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/[^\s\p{Cc}]+$/iu.test(text) || !URL.canParse(text)) return false;
  const { username, password, hostname } = new URL(text);
  return username === '' && password === '' && hostname !== '';
}

/** An address on the web. */
export const webAddress = (words: Hover) =>
  z
    .string()
    .refine(isWebAddress, 'an address such as https://example.org/report')
    .register(z.globalRegistry, { pattern: String.raw`^[hH][tT][tT][pP][sS]?://\S+$`, ...hover(words) });

/** The name of a domain, without `https://` and a path. */
export const domain = (words: Hover) =>
  z
    .string()
    .refine((value) => hostName.test(value), 'a domain such as example.org')
    .register(z.globalRegistry, { pattern: String.raw`^[A-Za-z0-9.-]+\.[A-Za-z0-9-]+$`, ...hover(words) });
