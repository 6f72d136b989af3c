import { defineConfig } from 'vitest/config';

/** Tests that run the built program, or its browser; all others import src. */
const endToEnd = [
  ...['test/cli/**/*.test.ts', 'test/pdf/**/*.test.ts', 'test/golden/**/*.test.ts', 'test/tex/**/*.test.ts'],
  'test/docs/**/*.e2e.test.ts',
  'test/{ci,package}/**/*.e2e.test.ts',
  'test/site/**/*.test.ts',
];

const setupFiles = ['test/property-seed.ts'];

export default defineConfig({
  test: {
    projects: [
      // With coverage, on two busy cores, the longest property tests take some ten seconds.
      { test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: endToEnd, setupFiles, testTimeout: 30_000 } },
      {
        test: {
          name: 'end to end',
          include: endToEnd,
          setupFiles,
          // Only here, so that a unit test starts at once.
          globalSetup: ['test/build-first.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
    // `npm run coverage`, and in CI every whole `npm test`, so that the suite runs once. What only the built program runs is not
    // seen. The floor is a little below what was measured: raise it when it is far below.
    coverage: {
      enabled: process.env['CI'] === 'true' && process.argv.slice(2).join(' ') === 'run',
      provider: 'v8',
      include: ['src/**/*.ts'],
      // A browser runs it, and the tests of the site.
      exclude: ['src/site/**'],
      reporter: ['text-summary', 'json-summary'],
      thresholds: { statements: 86, branches: 81, functions: 86, lines: 87 },
    },
  },
});
