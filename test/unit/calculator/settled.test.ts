import { describe, expect, it } from 'vitest';
import { createSettled, onceFor } from '../../../src/calculator/settled.js';

describe('a settled value', () => {
  it('is that of after all work, also of work that begins meanwhile', async () => {
    const settled = createSettled<string>();
    settled.set('old');
    let [endFirst, endSecond] = [(): void => undefined, (): void => undefined];
    const ended = (keep: (end: () => void) => void) => new Promise<void>((done) => keep(done));
    const second = async (): Promise<void> => {
      await ended((end) => {
        endSecond = end;
      });
      settled.set('new');
    };
    const first = settled.during(
      ended((end) => {
        endFirst = end;
      }).then(() => void settled.during(second())),
    );
    const value = settled.value();
    endFirst();
    await first;
    endSecond();
    expect(await value).toBe('new');
  });

  it('is there after work that failed, and none where it was removed', async () => {
    const settled = createSettled<string>();
    settled.set('kept');
    const failing = settled.during(Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect(await settled.value()).toBe('kept');
    settled.set(undefined);
    expect(await settled.value()).toBeUndefined();
  });
});

describe('onceFor', () => {
  it('asks once for a key, and again for another one with the same content', async () => {
    let asked = 0;
    const once = onceFor(async (_: object) => {
      asked += 1;
      return asked;
    });
    const [one, other] = [{ text: 'a' }, { text: 'a' }];
    expect(await Promise.all([once(one), once(one)])).toEqual([1, 1]);
    expect(await once(other)).toBe(2);
    expect(await once(one)).toBe(3);
  });

  it('keeps neither a failure nor an answer that did not come', async () => {
    const answers = [Promise.reject(new Error('lost')), Promise.resolve(undefined), Promise.resolve('files')];
    const once = onceFor((_: object) => answers.shift() ?? Promise.resolve('more'));
    const key = {};
    await expect(once(key)).rejects.toThrow('lost');
    expect(await once(key)).toBeUndefined();
    expect(await once(key)).toBe('files');
    expect(await once(key)).toBe('files');
  });
});
