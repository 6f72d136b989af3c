import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MissingError } from '../../../src/diagnostics/diagnostic.js';
import { withBrowser } from '../../../src/render/browser.js';

let profile: string;
beforeAll(async () => {
  profile = await mkdtemp(join(tmpdir(), 'carboncard-test-'));
});
afterAll(() => rm(profile, { recursive: true, force: true }));

// With a real browser: test/pdf/report.test.ts and test/pdf/chromium.test.ts.
describe('a browser that does not start', () => {
  it('is something missing, with what fixes it', async () => {
    const started = withBrowser({ executable: process.execPath, profile, environment: {}, sandbox: false }, async () => 'worked');
    await expect(started).rejects.toThrow(MissingError);
    await expect(started).rejects.toMatchObject({
      message: expect.stringContaining(`${process.execPath} does not start`),
      remedy: expect.stringContaining('CARBONCARD_BROWSER'),
    });
  });

  it('adds no listener to the process', async () => {
    const count = (): number => ['SIGINT', 'SIGTERM', 'SIGHUP'].reduce((sum, signal) => sum + process.listenerCount(signal), 0);
    const before = count();
    await withBrowser({ executable: join(profile, 'nothing'), profile, environment: {}, sandbox: false }, async () => undefined).catch(
      () => undefined,
    );
    expect(count()).toBe(before);
  });
});
