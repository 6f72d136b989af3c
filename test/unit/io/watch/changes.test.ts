import { describe, expect, it } from 'vitest';
import { type Changes, maxRestarts, openChanges, quietTime, type Timer } from '../../../../src/io/watch/changes.js';

/** A timer that the test lets run out. */
function handTimer(): { readonly timer: Timer; readonly runOut: () => void; readonly starts: () => readonly number[] } {
  let work: (() => void) | undefined;
  const starts: number[] = [];
  const timer: Timer = {
    start: (next, milliseconds) => {
      work = next;
      starts.push(milliseconds);
    },
    stop: () => {
      work = undefined;
    },
  };
  return {
    timer,
    runOut: () => {
      const due = work;
      work = undefined;
      due?.();
    },
    starts: () => starts,
  };
}

/** What `next` gives, once it gives something. */
function asked(changes: Changes): { readonly answer: () => unknown } {
  let answer: unknown = 'none yet';
  void changes.next().then((touched) => {
    answer = touched;
  });
  return { answer: () => answer };
}

const settled = (): Promise<void> => new Promise((done) => setImmediate(done));

describe('changes that come together', () => {
  it('are handed over at once, when no further one has come for a while', async () => {
    const { timer, runOut, starts } = handTimer();
    const changes = openChanges(timer);
    const first = asked(changes);
    changes.note({ folder: '/a', name: 'x.tmp' });
    changes.note({ folder: '/a', name: 'x' });
    changes.note({ folder: '/b', name: 'y' });
    changes.note({ folder: '/b' });
    changes.note({ folder: '/b', name: 'z' });
    await settled();
    expect([first.answer(), starts()]).toEqual(['none yet', Array.from({ length: 5 }, () => quietTime)]);
    runOut();
    await settled();
    expect(first.answer()).toEqual(
      new Map<string, unknown>([
        ['/a', new Set(['x.tmp', 'x'])],
        ['/b', 'all'],
      ]),
    );
    const second = asked(changes);
    runOut();
    await settled();
    expect(second.answer()).toBe('none yet');
  });

  it('are kept while nobody waits for them', async () => {
    const { timer, runOut } = handTimer();
    const changes = openChanges(timer);
    changes.note({ folder: '/a', name: 'x' });
    runOut();
    const first = asked(changes);
    await settled();
    expect(first.answer()).toEqual(new Map([['/a', new Set(['x'])]]));
    // One that comes after the time has run out starts it again.
    changes.note({ folder: '/a', name: 'y' });
    runOut();
    changes.note({ folder: '/a', name: 'z' });
    const second = asked(changes);
    await settled();
    expect(second.answer()).toBe('none yet');
    runOut();
    await settled();
    expect(second.answer()).toEqual(new Map([['/a', new Set(['y', 'z'])]]));
  });

  it('do not put off the work without end', async () => {
    const { timer, runOut, starts } = handTimer();
    const changes = openChanges(timer);
    const first = asked(changes);
    for (let n = 0; n < 10 * maxRestarts; n += 1) changes.note({ folder: '/a', name: 'log.csv' });
    expect(starts()).toHaveLength(maxRestarts);
    runOut();
    await settled();
    expect(first.answer()).toEqual(new Map([['/a', new Set(['log.csv'])]]));
  });

  it('end', async () => {
    const changes = openChanges(handTimer().timer);
    const first = asked(changes);
    changes.note({ folder: '/a', name: 'x' });
    changes.end();
    const second = asked(changes);
    await settled();
    expect([first.answer(), second.answer()]).toEqual([undefined, undefined]);
  });
});
