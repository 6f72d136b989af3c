/** What may stand where a value is typed: files, folders, or one of some words. Absent where it is free text. */
export type Takes = 'files' | 'folders' | readonly string[];

/** An option of a command, as commander takes it. */
export interface OptionDeclaration {
  /** `-o, --out <dir>` */
  readonly flags: string;
  readonly description: string;
  /** Reads the typed text; absent for a flag without a value. */
  readonly parse?: ((value: string, before: unknown) => unknown) | undefined;
  readonly default?: string | undefined;
  /** For completion: what its value may be. */
  readonly takes?: Takes | undefined;
  /** Whether several words go into one value, with commas between them. */
  readonly isList?: true | undefined;
}

/** What can be typed of a command: for `--help`, for completion, and for the nearest word to one that is wrong. */
export interface CommandWords {
  readonly name: string;
  readonly description: string;
  readonly argument?:
    | {
        /** `[manifest...]` */
        readonly name: string;
        readonly description: string;
        readonly default?: readonly string[] | undefined;
        readonly takes?: Takes | undefined;
      }
    | undefined;
  readonly options: readonly OptionDeclaration[];
}

/** The dashed words of an option, and whether a value follows: `-o`, `--out`, true. */
export interface Flag {
  readonly short?: string | undefined;
  readonly long: string;
  readonly value?: string | undefined;
}

/** @example flagOf('-o, --out <dir>') //=> { short: '-o', long: '--out', value: 'dir' } */
export function flagOf(flags: string): Flag {
  const [, short, long = '', value] = /^(?:(-\w), )?(--[\w-]+)(?: <([\w-]+)>)?$/.exec(flags) ?? [];
  return { short, long, value };
}

/** Shells that completion is written for. */
export const shells = ['bash', 'zsh', 'fish'] as const;

/** The command that prints the help of another. */
export const helpWords = { name: 'help', description: 'print the help of a command' } as const;
