import type { Basis, BasisTotal } from '../../assessment/assessment.js';
import { bases } from '../../assessment/ids.js';
import { evaluate, inputsOf } from '../../formulas/expression.js';
import type { ResolvedPhase } from '../../resolve/resolved.js';
import { type Quantity, quantity } from '../../units/quantity.js';
import { byPhase } from '../by-phase.js';
import { basisOf, type WorkedLine } from '../lines.js';

/** How much of a total rests on which evidence: its lines by their basis, the best first; parts that differ in it each by their own. */
export function byBasisOf(lines: readonly WorkedLine[], whole: number): readonly BasisTotal[] {
  const pieces = lines.flatMap(piecesOf);
  return bases.flatMap((basis) => {
    const own = pieces.filter((piece) => piece.basis === basis);
    if (own.length === 0) return [];
    const emissions = own.reduce((sum, piece) => sum + piece.emissions, 0);
    return [{ basis, emissions: quantity(emissions, 'kgCO2e'), share: whole > 0 ? emissions / whole : undefined }];
  });
}

function piecesOf({ line, draft }: WorkedLine): readonly { readonly basis: Basis; readonly emissions: number }[] {
  const parts = draft.parts ?? [];
  if (parts.length === 0 || parts.some(({ evidence }) => evidence === undefined))
    return [{ basis: line.basis, emissions: line.emissions.value }];
  return parts.map(({ emissions, evidence }) => ({
    basis: basisOf({ evidence: evidence ?? draft.evidence }, inputsOf(emissions)),
    emissions: evaluate(emissions),
  }));
}

/**
 * Energy of the accelerators × PUE × grid, which most cards print; nothing where a phase has no energy of its accelerators alone,
 * or no PUE.
 *
 * @param phases All of the total.
 */
export function acceleratorsTimesPue(lines: readonly WorkedLine[], phases: readonly ResolvedPhase[]): Quantity<'kgCO2e'> | undefined {
  const linesOf = byPhase(lines, ({ line }) => line);
  let sum = 0;
  for (const phase of phases) {
    const own = linesOf(phase).find(({ line }) => line.component === 'dynamic');
    if (own === undefined || phase.work?.boundary !== 'accelerator' || phase.pue === undefined) return undefined;
    sum += evaluate(own.draft.emissions) * phase.pue.value;
  }
  return phases.length === 0 ? undefined : quantity(sum, 'kgCO2e');
}
