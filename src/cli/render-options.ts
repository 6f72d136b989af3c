import type { Shard } from '../verbs/render.js';

/** Options of `render`, as typed. */
export interface RenderOptions {
  readonly out: string;
  readonly format?: readonly string[] | undefined;
  readonly jobs?: number | undefined;
  readonly shard?: Shard | undefined;
  readonly index?: true | undefined;
  readonly force?: true | undefined;
  readonly watch?: true | undefined;
  readonly open?: true | undefined;
  readonly quiet?: true | undefined;
  readonly json?: true | undefined;
  readonly full?: true | undefined;
  readonly whatIf?: true | undefined;
  readonly templates?: string | undefined;
}
