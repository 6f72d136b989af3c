import type { LogReport } from '../log-report.js';
import { messages } from './messages.js';
import type { Rejects } from './rejects.js';

/** Two words: no row of figures has them side by side. */
const words = /[A-Za-z]{2}[^A-Za-z0-9,;]+[A-Za-z]{2}/;

/** A date with a time, or seconds since 1970, as only rows have them. */
const dated = /\d{4}[-/]\d\d[-/]\d\d[T ]\d|\d{9}/;

/** What is never published: the host in a line of the system's log, addresses and ids of cards, paths. */
const secret =
  /^[A-Z][a-z]{2} +\d+ \d\d:\d\d:\d\d \S+ |GPU-[0-9a-f-]{8,}|(?:[0-9a-f]{4,8}:)?[0-9a-f]{2}:[0-9a-f]{2}\.\d\b|[0-9a-f]{4,8}:[0-9a-f]{2}:[0-9a-f]{2}\b|(?:\/[\w.-]+){2,}/gi;

/**
 * Lines of a power log that are messages of the tool. Those between rows are rejected; those at the end say why the log ends, and
 * however many they are, what is above them was read.
 */
export interface Aside {
  /** Puts a line aside; false where it is a row of figures. */
  readonly put: (line: number, text: string) => boolean;
  /** A row was read: what was put aside is above it. */
  readonly endsBefore: () => void;
  /** Reports what was put aside at the end. */
  readonly end: () => void;
}

export function createAside(log: LogReport, rejects: Rejects): Aside {
  let [first, last, own, hasRows] = [0, 0, '', false];
  return {
    put: (line, text) => {
      const message = text.trim().replace(secret, '…');
      if (!words.test(message) || dated.test(text)) return false;
      if (first === 0) [first, own] = [line, message];
      last = line;
      return true;
    },
    endsBefore: () => {
      if (first > 0 && hasRows) rejects.report({ ...messages.notRows(own, first, last), line: first });
      [first, hasRows] = [0, true];
    },
    end: () => {
      if (first > 0) log.report({ ...(hasRows ? messages.endsInText(own, first, last) : messages.onlyText(own)), line: first });
    },
  };
}
