import { describe, expect, expectTypeOf, it } from 'vitest';
import { error, type IdsOf, listed, note, suggested, warning } from '../../../src/diagnostics/message.js';

const messages = {
  missing: (key: string) => error('missing-key', `Missing key \`${key}\`.`, { expected: `Add \`${key}:\`` }),
  odd: () => warning('odd-value', 'Odd value.'),
  defaults: { load: () => note('default-load', 'Default load.') },
} as const;

describe('a message', () => {
  it('has id, severity, sentence and details', () => {
    expect(messages.missing('year')).toEqual({
      id: 'missing-key',
      severity: 'error',
      message: 'Missing key `year`.',
      expected: 'Add `year:`',
    });
    expect([messages.odd().severity, messages.defaults.load().severity]).toEqual(['warning', 'note']);
  });

  it('has an id of the union of its table', () => {
    expectTypeOf<IdsOf<typeof messages>>().toEqualTypeOf<'missing-key' | 'odd-value' | 'default-load'>();
  });

  it('lists words, and suggests one where there is one', () => {
    expect(listed(['a', 'b'])).toBe('a, b');
    expect([suggested('year'), suggested(undefined)]).toEqual([{ suggestion: 'year' }, {}]);
  });
});
