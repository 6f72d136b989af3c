import type { Diagnostic } from '../assessment/diagnostic.js';

/** What a stage reports: a message, and the path, or the file and line, that it is about. */
export interface Reported extends Diagnostic {
  /** Whether the key or the value at `path` is meant; the key where absent. */
  readonly part?: 'key' | 'value' | undefined;
  /** Path of the phase that was resolved; `path` may be of a key that phases share, such as a `hardware` at the top. */
  readonly phase?: string | undefined;
}

/** Takes what a stage has to say. Every stage reports in this one way: `report({ ...messages.noPlace(), path })`. */
export type Report = (diagnostic: Reported) => void;
