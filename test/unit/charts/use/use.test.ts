import { describe, expect, it } from 'vitest';
import { use } from '../../../../src/charts/use/use.js';
import { expectGolden } from '../../../golden-file.js';
import { bloom, passed, single } from '../assessments.js';

const plain = (text: string | undefined) => text?.replaceAll('\u202f', ' ');

describe('use', () => {
  it('says when use catches up, and how much was served', () => {
    expect(plain(use.content(bloom)?.title)).toBe('Use would emit as much as development after 25.2 million requests; 230,768 were served');
  });

  it('says when it has', () => {
    expect(plain(use.content(passed)?.title)).toBe('Use has emitted more than development; the break-even was after 6.67 million requests');
  });

  it('has both sides and what is compared in its alt text', () => {
    expect(plain(use.content(bloom)?.alt)).toBe(
      'Use would emit as much as development after 25.2 million requests; 230,768 were served. ' +
        'Line chart of the cumulative emissions of BLOOM by number of requests. ' +
        'Development 39.3 t CO₂e, deployment 1.56 g CO₂e per request, counting on both sides: electricity (dynamic, idle and overhead). ' +
        'Break-even after 25.2 million requests, 5.4 years at this load. Served so far: 230,768 requests.',
    );
  });

  it('is the golden for BLOOM', () => {
    expectGolden('test/unit/charts/use/goldens/bloom.vl.json', `${JSON.stringify(use.content(bloom)?.spec, null, 2)}\n`);
  });

  it('has no content without a break-even', () => {
    expect(use.content(single)).toBeUndefined();
  });
});
