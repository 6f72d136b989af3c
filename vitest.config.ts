import { defineConfig } from 'vitest/config';

/** Tests that run the built program, or its browser; all others import src. */
const endToEnd = ['test/cli/**/*.test.ts', 'test/pdf/**/*.test.ts', 'test/golden/**/*.test.ts'];

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: endToEnd } },
      {
        test: {
          name: 'end to end',
          include: endToEnd,
          // Only here, so that a unit test starts at once.
          globalSetup: ['test/build-first.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
