import type { LogReport } from '../log-report.js';
import { messages } from './messages.js';
import type { Rejects } from './rejects.js';

/** Two words: no row of figures has them side by side. */
const words = /[A-Za-z]{2}[^A-Za-z0-9,;]+[A-Za-z]{2}/;

/** A date with a time, or seconds since 1970, as only rows have them. */
const dated = /\d{4}[-/]\d\d[-/]\d\d[T ]\d|\d{9}/;

/**
 * Lines of a power log that are messages of the tool. Those between rows are rejected; those at the end say why the log ends, and
 * however many they are, what is above them was read. They are never quoted: they have names of hosts and users, addresses and paths.
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
  let [first, last, hasRows] = [0, 0, false];
  return {
    put: (line, text) => {
      if (!words.test(text) || dated.test(text)) return false;
      if (first === 0) first = line;
      last = line;
      return true;
    },
    endsBefore: () => {
      rejects.accept();
      if (first > 0 && hasRows) rejects.report({ ...messages.notRows(first, last), line: first });
      [first, hasRows] = [0, true];
    },
    end: () => {
      if (first > 0) log.report({ ...(hasRows ? messages.endsInText(first, last) : messages.onlyText()), line: first });
    },
  };
}
