import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { examples, sharedMessages } from './examples.mjs';
import { messageTable } from './message-table.mjs';

/** Where the part of a page begins that is made; above it is what people write. */
export const madeFrom = '## Example\n';

/** Where the messages that several readers share begin in docs/trackers/README.md. */
export const sharedFrom = `## ${sharedMessages[0].title}\n`;

/** A page with its made part: the example, what `init` makes of it, and the messages of the reader. */
export function trackerPage({ root, cli, id, page }) {
  const at = page.indexOf(`\n${madeFrom}`);
  const written = at < 0 ? `${page.trimEnd()}\n` : page.slice(0, at);
  return `${written}\n${madeFrom}\n${exampleOf({ root, cli, id })}\n## Messages\n\n${messagesOf(root, id)}\n`;
}

/** The page that lists all kinds, with the messages that readers share. */
export function sharedPage({ root, page }) {
  const at = page.indexOf(`\n${sharedFrom}`);
  const written = at < 0 ? `${page.trimEnd()}\n` : page.slice(0, at);
  const parts = sharedMessages.map(({ title, file }) => `## ${title}\n\n${messageTable(join(root, file))}\n`);
  return `${written}\n${parts.join('\n')}`;
}

function exampleOf({ root, cli, id }) {
  const { log, lines: max = 24, options = [] } = examples[id];
  const path = `fixtures/trackers/${id}/${log}`;
  const all = readFileSync(join(root, path), 'utf8').trimEnd().split(/\r?\n/);
  const shown = all.slice(0, max);
  const of = shown.length < all.length ? `The first ${max} of ${all.length} lines of` : 'The file';
  const secret = /secret/i.test(shown.join('\n')) ? ' Words with `secret` mark what must not leave a log.' : '';
  const words = ['init', log, ...options];
  const { stdout, stderr, status } = draft({ root, cli, id, words });
  if (status !== 0) throw new Error(`${path}: ${stderr}`);
  const typed = `carboncard ${words.map((word) => (/[ :,]/.test(word) ? `"${word}"` : word)).join(' ')}`;
  return `${of} \`${path}\`, which the tests read too.${secret}

${fenced(languages[extname(log)] ?? 'text', path, shown.join('\n'))}
\`${typed}\` makes this draft of it:

${fenced('yaml', path, stdout.trimEnd())}
${stderr.trim() === '' ? 'It prints no warning.\n' : `It prints:\n\n${fenced('text', path, stderr.trimEnd())}`}`;
}

/** The draft as the program makes it, in a terminal of 100 columns without colours. */
function draft({ root, cli, id, words }) {
  const env = { ...process.env, NO_COLOR: '1', COLUMNS: '100', GITHUB_ACTIONS: '' };
  const cwd = join(root, 'fixtures/trackers', id);
  return spawnSync(process.execPath, [cli, ...words, '-o', '-'], { cwd, encoding: 'utf8', env });
}

/** A block that names its fixture, so that the test of examples leaves it to the one of these pages. */
const fenced = (language, path, text) => `\`\`\`${language} ${path}\n${text}\n\`\`\`\n`;

const languages = { '.csv': 'csv', '.json': 'json', '.yaml': 'yaml', '.md': 'md' };

function messagesOf(root, id) {
  const files = [`src/trackers/${id}/messages.ts`, `src/trackers/${id}.ts`].map((file) => join(root, file));
  const own = files.find((file) => existsSync(file));
  const shared = sharedMessages.filter(({ of }) => of === undefined || of.includes(id));
  const links = shared.map(({ title }) => `[${title.toLowerCase()}](README.md#${title.toLowerCase().replaceAll(' ', '-')})`);
  return `${messageTable(own)}\n\nBeside these: ${links.join(' and ')}. What a sentence takes from the log is \`…\` here.`;
}
