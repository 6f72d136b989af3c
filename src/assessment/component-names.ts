import type { Assessment, ComponentId } from './assessment.js';
import { componentIds, type PhaseKind } from './ids.js';

/** A component in plain words, as tables and charts name it. */
export const componentNames: Readonly<Record<ComponentId, string>> = {
  embodied: 'Making the hardware',
  dynamic: 'Computing',
  host: 'Rest of the servers',
  idle: 'Idle machines',
  overhead: 'Cooling and losses',
};

/** The same within a sentence, after “from”. */
export const componentPhrases: Readonly<Record<ComponentId, string>> = {
  embodied: 'making the hardware',
  dynamic: 'computing',
  host: 'the rest of the servers',
  idle: 'idle machines',
  overhead: 'cooling and losses',
};

/** The components that a side of the life cycle has lines of, by their emissions, the largest first: the order of sentence, table and chart. */
export function componentsBySize({ lines }: Pick<Assessment, 'lines'>, side: 'development' | 'deployment'): readonly ComponentId[] {
  const own = lines.filter(({ phase }) => (phase === 'deployment') === (side === 'deployment'));
  const emissionsOf = (id: ComponentId): number =>
    own.reduce((sum, { component, emissions }) => (component === id ? sum + emissions.value : sum), 0);
  return componentIds.filter((id) => own.some(({ component }) => component === id)).sort((a, b) => emissionsOf(b) - emissionsOf(a));
}

/** A kind of phase in plain words, within a sentence. */
export const phaseNames: Readonly<Record<PhaseKind, string>> = {
  data: 'data',
  experiments: 'experiments',
  training: 'training',
  finetuning: 'fine-tuning',
  evaluation: 'evaluation',
  deployment: 'use',
};
