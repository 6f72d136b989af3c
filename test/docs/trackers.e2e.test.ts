import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { examples } from '../../scripts/trackers/examples.mjs';
import { messagesIn } from '../../scripts/trackers/message-table.mjs';
import { madeFrom, sharedPage, trackerPage } from '../../scripts/trackers/pages.mjs';
import { energyPlugins, pluginBoundaries } from '../../src/manifest/energy-plugins.js';
import { trackerIds } from '../../src/trackers/ids.js';
import { messages as powerMessages } from '../../src/trackers/power/messages.js';
import { messages as slurmMessages } from '../../src/trackers/slurm/messages.js';
import { root } from './blocks.js';

const read = (name: string): string => readFileSync(join(root, 'docs/trackers', `${name}.md`), 'utf8');
const cli = join(root, 'dist/cli/main.js');

it('docs/trackers has a page for each kind of log, and no other', () => {
  const pages = readdirSync(join(root, 'docs/trackers')).filter((name) => name !== 'README.md');
  expect(pages.toSorted()).toEqual(trackerIds.map((id) => `${id}.md`).toSorted());
  expect(Object.keys(examples)).toEqual([...trackerIds]);
});

it.each(trackerIds)('the table of docs/trackers has %s, with its page', (id) => {
  expect(read('README'), `Add a row for \`${id}\` to docs/trackers/README.md`).toMatch(new RegExp(`\\]\\(${id}\\.md\\) \\| \`${id}\` \\|`));
});

it('the messages that readers share are those of the source', () => {
  expect(sharedPage({ root, page: read('README') }), 'Run: npm run trackers').toBe(read('README'));
});

describe.each(trackerIds)('%s', (id) => {
  const page = read(id);
  const written = page.slice(0, page.indexOf(`\n${madeFrom}`));

  it('shows a real log, the draft that init makes of it, and the messages of the source', () => {
    expect(trackerPage({ root, cli, id, page }), 'Run: npm run trackers').toBe(page);
    expect(page).toMatch(/^carboncard: 1$/m);
  });

  it('says how to record the log, what is read, and what is not in it', () => {
    const headings = [...written.matchAll(/^## (.+)$/gm)].map(([, title]) => title);
    expect(headings).toEqual(['How to record it', 'What is read', expect.stringMatching(/^What is not in /)]);
    expect(written).toContain(`its id is \`${id}\`.`);
    for (const part of written.split(/^## .+$/m)) expect(part.trim().length).toBeGreaterThan(80);
  });
});

/** Names in the first cells of the table of what is read: those of columns, keys and lines. */
const namesRead = (page: string): readonly string[] => {
  const [, part = ''] = page.split('\n## What is read\n');
  const [table = ''] = part.trim().split(/(?<=\|)\n(?!\|)/);
  return [...table.matchAll(/^\| (`.+?) \|/gm)].flatMap(([, cell = '']) => [...cell.matchAll(/`([\w./]+)`/g)].map(([, name = '']) => name));
};

describe('what a page says is read', () => {
  const sources = (id: string): string => {
    const files = readdirSync(join(root, 'src/trackers'), { recursive: true, encoding: 'utf8' });
    const own = files.filter((name) => name === `${id}.ts` || (name.startsWith(`${id}/`) && name.endsWith('.ts')));
    return own.map((name) => readFileSync(join(root, 'src/trackers', name), 'utf8')).join('\n');
  };
  // Columns that their readers know by name, in the source.
  it.each([
    'codecarbon',
    'nvidia-smi',
    'amd-smi',
    'zeus',
    'experiment-impact-tracker',
    'boamps',
    'hf-trainer',
    'slurm',
  ] as const)('of %s is in its reader', (id) => {
    // A column that names a machine is found by the words of row-marks.ts.
    const names = namesRead(read(id)).filter((name) => name !== 'NodeList');
    expect(names.length).toBeGreaterThan(4);
    const text = sources(id);
    for (const name of names) {
      // Of a path, the last key; of numbered columns, the part that is the same.
      const last = name.includes('.') && !text.includes(name) ? (name.split('.').at(-1) ?? name) : name;
      expect(text, name).toContain(last.replace(/^gpu[01](?=_)/, ''));
    }
  });
});

it('the page of Slurm has each energy plugin, by what it includes', () => {
  const rows = [...read('slurm').matchAll(/^\| (`.+?) \| (.+?) \| .+ \|$/gm)];
  const words = { components: 'processors and memory', node: 'the node', accelerator: 'the GPUs' } as const;
  for (const plugin of energyPlugins) {
    const [, , includes] = rows.find(([, names = '']) => names.split(', ').includes(`\`${plugin}\``)) ?? [];
    expect(includes, plugin).toBe(words[pluginBoundaries[plugin]]);
  }
});

describe('messages are read from the source', () => {
  it('all of a table, with severity, id and sentence', () => {
    const file = join(root, 'src/trackers/slurm/messages.ts');
    const found = messagesIn(file);
    expect(found.map(({ id }) => id)).toEqual(
      Object.values(slurmMessages).map((message) => (message as (...words: readonly unknown[]) => { id: string })('x', ['y']).id),
    );
    const failed = slurmMessages.failed();
    expect(found.find(({ id }) => id === failed.id)).toMatchObject({ severity: failed.severity, text: [failed.message] });
  });

  it('with `…` for what the log gives, the constants of the file, and both sentences of a condition', () => {
    const found = messagesIn(join(root, 'src/trackers/power/messages.ts'));
    expect(found.length).toBe(Object.keys(powerMessages).length);
    const textOf = (id: string): readonly string[] => found.find((one) => one.id === id)?.text ?? [];
    expect(textOf('missing-column')).toEqual(['Unknown column ….']);
    expect(textOf('impossible-power')).toEqual([
      'A power of …\u202fW is negative.',
      'A power of …\u202fW is not possible here: it is above …\u202fW.',
    ]);
    expect(messagesIn(join(root, 'src/trackers/slurm/messages.ts')).find(({ id }) => id === 'slurm-boundary')?.hints).toEqual([
      'It depends on the plugin of the cluster. Give its name as `energy_plugin:` in `from`, or as `--energy-plugin`.',
    ]);
  });
});
