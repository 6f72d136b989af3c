import type { Manifest, Phase } from '../manifest/manifest.js';
import type { NameContext } from '../resolve/references.js';
import type { ResolvedPhase } from '../resolve/resolved.js';
import type { WhatIfKind } from './what-if.js';

/** A manifest in which one thing is different. */
export interface Change {
  readonly label: string;
  readonly detail?: string | undefined;
  readonly manifest: Manifest;
  /** Why it has no figure, where that is known without resolving it. */
  readonly reason?: string | undefined;
  readonly isChanged: (phase: Phase) => boolean;
}

/** Phases as a change has them, or why one of them can't be resolved. */
export type Again = { readonly phases: readonly ResolvedPhase[] } | { readonly reason: string };

/** Alternatives in one thing, with what they are compared with. */
export interface Question {
  readonly by: WhatIfKind;
  readonly isChanged: (phase: Phase) => boolean;
  /** The runs as they are, where the report's own figure is no base, since it rests on a declared grid. */
  readonly base?: Manifest | undefined;
  /** Resolves a phase again, with what differs from it. */
  readonly resolve: (before: ResolvedPhase, names: NameContext) => ResolvedPhase;
  readonly changes: readonly Change[];
}
