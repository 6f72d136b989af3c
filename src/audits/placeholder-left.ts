import type { Audit } from './audit.js';
import { messages } from './messages.js';

const placeholder =
  /\[?more information needed\]?|\{\{[^}]*\}?\}?|\[(?:needs? )?more info[^\]]*\]|\bTODO\b|\bTBD\b|\[(?:to be (?:added|filled|completed)|fill (?:in|me)|insert [^\]]{1,40}|your [^\]]{1,40})\]/i;
const section = /environment|carbon|emission|co2|footprint/i;

export const placeholderLeft = {
  id: 'placeholder-left',
  severity: 'warning',
  question: 'Is the section on the environment free of placeholders?',
  audit: ({ passages }) =>
    passages.flatMap(({ text, at, headings }) => {
      const found = headings.some((heading) => section.test(heading)) ? placeholder.exec(text) : null;
      return found === null ? [] : [{ at, ...messages.placeholderLeft(found[0].slice(0, 60)) }];
    }),
} as const satisfies Audit;
