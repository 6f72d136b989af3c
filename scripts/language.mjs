// Finds words and patterns that a reader stumbles over, in every sentence that a person can read: src, templates, docs, the
// top-level pages and the titles of tests. Prints file, line, the words and what to write instead; exits with 1 if any is found.
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Each pattern matches within a line, without regard to case unless `isCased`. `like` is a sentence that has to be found; the test plants it. */
export const rules = [
  {
    words: /\b(?:stands|stood)\b(?! (?:in )?for\b)/,
    instead: 'is, appears, is listed, is used',
    like: 'The figure stands beside the total.',
  },
  {
    words: /\bstand (?:beside|in|at|on|once|there|here|between)\b(?! for\b)/,
    instead: 'are, appear',
    like: 'Both figures stand in the table.',
  },
  { words: /\breckon(?:s|ed|ing)?\b/, instead: 'calculate, count', like: 'Emissions are reckoned anew.' },
  { words: /\bmend(?:s|ed|ing)?\b/, instead: 'fix', like: 'The command that mends it.' },
  {
    words: /(?<!\bthere )\bis no(?: [\w`'’-]+){1,3} that\b/,
    instead: 'Unknown …, or: … is not a …',
    like: '`x` is no format that is known.',
  },
  { words: /\bof (?:ours|theirs|its own accord)\b/, instead: 'default, from the tables, a bug in carboncard', like: 'A default of ours.' },
  { words: /\b(?:nothing|none|nobody) is known\b/, instead: 'Unknown …', like: 'Nothing is known as x.' },
  { words: /\bis known (?:that|as)\b/, instead: 'Unknown …, or: … is called …', like: 'No place is known that is called x.' },
  { words: /\b(?:it|which|that) is said\b/, instead: 'the report says; a note says', like: 'Where it is said, the load is used.' },
  { words: /\btells? of\b/, instead: 'says, names, reports', like: 'The log tells of eight GPUs.' },
  {
    words: /\b(?:comes?|came|coming) to (?=[\d~]|about|some|nearly|\$\{)/,
    instead: 'is, totals, adds up to',
    like: 'The total comes to 24 t.',
  },
  { words: /\b(?:came|comes?) of (?:it|that|them)\b|\bit came of\b/, instead: 'its result', like: 'The page says what it came of.' },
  { words: /\banew\b/, instead: 'again', like: 'The file is written anew.' },
  { words: /\bgives? way\b/, instead: 'is replaced', like: 'The placeholder gives way.' },
  { words: /\b(?:and|or) (?:their|its) kin\b/, instead: 'and similar …', like: '`FLOPS` and its kin are units.' },
  { words: /\bare not to be\b|\bis not to be\b/, instead: 'must not be', like: 'The hours are not to be multiplied.' },
  {
    words: /\bwhence\b|\bthereof\b|\bthereby\b|\bhence\b|\blest\b/,
    instead: 'from where, of it, so',
    like: 'The figure, and whence it was taken.',
  },
  // Without a space behind it, it is the key of the manifest.
  { words: /\bfine(?:tune[ds]?|tuning)\b(?=\s[a-z])(?!:)/, instead: 'fine-tune, fine-tuning', like: 'The finetuning took a day.' },
  { words: /\bFinetun(?:e[ds]?|ing)\b/, isCased: true, instead: 'Fine-tune, Fine-tuning', like: 'Finetuning: 12 kg.' },
  { words: /\b(?:was|were) taken(?! (?:as|at|for|from|in|on|over)\b)/, instead: 'was used', like: 'The average of Canada was taken.' },
  {
    words: /(?<![.\w])(?:the |a )?draws? of\b|\b(?:average|idle|mean|peak|power|rated) draws?\b|\b(?:random|[\d,]+) draws\b/,
    instead: 'power or energy of electricity; samples of Monte Carlo',
    like: 'The idle draw is 60 W.',
  },
];

/** Lines that may keep such words: the file, what the line holds, and why. */
export const exceptions = [
  { file: 'scripts/language.mjs', holds: '', why: 'The list itself.' },
  { file: 'src/audits/power-as-energy.ts', holds: 'power draw', why: 'The words that people write in cards.' },
  { file: 'src/trackers/eco2ai/messages.ts', holds: "'written-anew'", why: 'The id of a diagnostic, which people script against.' },
  { file: 'docs/trackers/eco2ai.md', holds: '`written-anew`', why: 'The same id, in the list of messages.' },
];

const pages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md'];
const texts = ['.ts', '.mjs', '.md', '.hbs', '.css', '.html', '.svg'];

/**
 * The words of a text that a rule names, with their line.
 *
 * @param {string} file
 * @param {string} text
 */
export function findings(file, text) {
  return text.split('\n').flatMap((line, at) =>
    rules.flatMap(({ words, instead, isCased = false }) => {
      const found = new RegExp(words, isCased ? '' : 'i').exec(line)?.[0];
      const isAllowed = exceptions.some((one) => one.file === file && line.includes(one.holds));
      return found === undefined || isAllowed ? [] : [{ file, line: at + 1, words: found, instead }];
    }),
  );
}

/**
 * Titles of tests, each in its line; everything else in a test is code.
 *
 * @param {string} text
 */
export function titlesOf(text) {
  return text
    .split('\n')
    .map((line) => /\b(?:it|test|describe)(?:\.\w+)*(?:\(.*\))?\(\s*(['"`].*)$/.exec(line)?.[1] ?? '')
    .join('\n');
}

/**
 * Everything that is looked through, as file and text.
 *
 * @param {string} root
 */
export function sentences(root) {
  const whole = [...pages, ...['src', 'templates', 'docs', 'scripts'].flatMap((folder) => filesIn(root, folder))];
  const tests = filesIn(root, 'test').filter((file) => file.endsWith('.test.ts'));
  return [
    ...whole.map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') })),
    ...tests.map((file) => ({ file, text: titlesOf(readFileSync(join(root, file), 'utf8')) })),
  ];
}

/**
 * @param {string} root
 * @param {string} folder
 */
function filesIn(root, folder) {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && texts.includes(extname(entry.name)))
    .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)).replaceAll('\\', '/'))
    .sort();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = sentences(fileURLToPath(new URL('..', import.meta.url))).flatMap(({ file, text }) => findings(file, text));
  for (const { file, line, words, instead } of found) console.log(`${file}:${line}: “${words}”. Write instead: ${instead}`);
  if (found.length > 0) {
    console.error(`\n${found.length} places. scripts/language.mjs has the list, and the exceptions.`);
    process.exit(1);
  }
}
