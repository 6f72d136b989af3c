import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { root } from '../docs/blocks.js';

interface Workflow {
  readonly jobs: Readonly<
    Record<string, { readonly permissions: object; readonly steps: readonly { readonly name?: string; readonly run?: string }[] }>
  >;
}

const { publish } = (parse(readFileSync(join(root, '.github/workflows/publish.yml'), 'utf8')) as Workflow).jobs;
const folder = mkdtempSync(join(tmpdir(), 'carboncard-publish-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The step that comes before the publishing, in a checkout with this package.json. */
function publishable(manifest: object, ref = 'refs/tags/v1.2.3'): { readonly status: number | null; readonly stderr: string } {
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ version: '1.2.3', ...manifest }));
  const env = { ...process.env, GITHUB_REPOSITORY: 'an-org/carboncard', GITHUB_REF: ref };
  return spawnSync(process.execPath, [join(root, 'scripts/publishable.mjs')], { cwd: folder, env, encoding: 'utf8' });
}

describe('the workflow that publishes', () => {
  it('asks first whether it may, then tests, then publishes with provenance', () => {
    const steps = publish?.steps.flatMap(({ run }) => run ?? []);
    expect(steps).toEqual(['node scripts/publishable.mjs', 'npm ci', '.ci/run test', 'npm publish --provenance --access public']);
    expect(publish?.permissions).toEqual({ contents: 'read', 'id-token': 'write' });
  });

  it('says that `repository` has to be filled in', () => {
    const { status, stderr } = publishable({});
    expect([status, stderr]).toEqual([
      1,
      'package.json has no `repository`. Add: "repository": { "type": "git", "url": "git+https://github.com/an-org/carboncard.git" }\n',
    ]);
  });

  it.each([
    ['git+https://github.com/an-org/carboncard.git', 0],
    ['https://github.com/An-Org/carboncard', 0],
    ['git+https://github.com/another/carboncard.git', 1],
    ['https://example.org/an-org/carboncard', 1],
  ])('with `repository` %s ends with %i', (url, code) => {
    expect(publishable({ repository: { type: 'git', url } }).status).toBe(code);
  });

  it('publishes a version under its own tag alone', () => {
    const { status, stderr } = publishable({ repository: 'https://github.com/an-org/carboncard' }, 'refs/tags/v1.2.4');
    expect([status, stderr]).toEqual([1, 'package.json has version 1.2.3, and the workflow runs for v1.2.4. Tag the commit v1.2.3.\n']);
  });

  it('is ready for this package but for the repository', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string; repository?: object };
    const { stderr } = publishable(manifest, `refs/tags/v${manifest.version}`);
    const missing = manifest.repository === undefined ? 1 : 0;
    expect(stderr.split('\n').filter((line) => line !== '')).toHaveLength(missing);
  });
});
