/** What the process ends with. Scripts rely on the first four. */
export const exitCodes = {
  done: 0,
  /** The thing checked is not so: stale, a failed audit. */
  notSo: 1,
  badInput: 2,
  /** Something that the machine lacks: a browser, room on the disk. */
  missing: 3,
  /** A mistake of ours; sysexits' EX_SOFTWARE, so that no script takes it for a verdict. */
  bug: 70,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
