/** Exit codes of the process. Scripts rely on the first four. */
export const exitCodes = {
  done: 0,
  /** What was checked is not so: a report is out of date, an audit found something. */
  notSo: 1,
  badInput: 2,
  /** The machine lacks something: a browser, space on the disk. */
  missing: 3,
  /** A bug in carboncard; EX_SOFTWARE of sysexits.h, so that no script takes it for a result. */
  bug: 70,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
