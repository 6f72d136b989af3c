import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { error, listed, type Message, note, suggested, warning } from '../../diagnostics/message.js';

/** What the verbs say of logs, cards, templates and reports. */
export const messages = {
  notJson: (reason: string) => error('not-json', `This is not JSON: ${reason}`, { expected: 'an assessment.json, or a manifest in JSON' }),
  notAudited: () =>
    error('not-audited', 'This is neither an assessment nor a manifest.', {
      expected: 'a model card, a manifest, or an assessment.json with `lines` and `totals`',
    }),
  notAnAuditSetting: (word: string, known: readonly string[], suggestion?: string) =>
    error('unknown-audit', word === '' ? 'A setting of an audit is incomplete.' : `\`${word}\` is not known in the settings of audits.`, {
      expected: `as in \`<!-- carboncard-audit embodied-silent: off -->\`; one of ${listed(known)}`,
      ...suggested(suggestion),
    }),
  noDevelopment: () =>
    warning('no-development', 'No development phase is recorded, so that `co2_eq_emissions` is left as it is.', {
      expected: 'a phase such as `training`, since the front matter speaks of the development total',
    }),
  largeFiles: (folder: string) =>
    note(
      'large-files',
      `The Hub's git refuses images that are not tracked: \`git lfs track "${folder}/*.png"\` before they are committed.`,
    ),
  noImages: () => note('no-images', 'On standard output the section links no charts, since nothing can be written beside it.'),
  onlyCard: (folder: string) => note('only-card', `There is no ${folder}, so that only the card was checked.`),
  cardOfSeveral: (manifests: readonly string[]) =>
    error('several-manifests', `A card has the section of one manifest, and ${manifests.length} are named.`, {
      expected: '`--card` with one manifest',
    }),
  manifestThere: (file: string) =>
    error('already-there', `${file} is there already, and is never overwritten.`, {
      expected: 'another name: `-o FILE`; or that file moved away',
    }),
  unknownLog: (pointer: string | undefined, formats: readonly string[]) =>
    pointer === undefined
      ? error('unknown-log', 'No format is known that this log has.', { expected: `a log of ${formats.join(', ')}` })
      : error('pointer-file', `This is a pointer of ${pointer}, and not the log itself.`, {
          expected: pointer === 'git LFS' ? 'the file that `git lfs pull` brings' : 'the file that `git annex get` brings',
        }),
  notAnswered: () =>
    error('not-answered', 'The questions were broken off, and nothing was written.', { expected: 'answers, empty where not known' }),
  noLogFound: (pattern: string, folder: string) =>
    error('no-log-found', `No file is named ${pattern}.`, { expected: `a path from ${folder} on, with \`*\` for any name` }),
  tooManyLogs: (count: number, limit: number) =>
    error('too-many-logs', `${count} files are named here.`, { expected: `at most ${limit} logs in a phase` }),
  noRunSelected: (what: string, found: readonly string[]) =>
    error('no-run-selected', `No run of these logs is ${what}.`, {
      expected: found.length === 0 ? 'a selection that some run meets' : `one of ${listed(found.slice(0, 12))}`,
    }),
  backupBeside: (file: string) =>
    warning('backup-beside', `A backup stands beside ${file}; it may hold earlier runs, and was not read.`, {
      note: 'CodeCarbon moves its file there when columns change. Name it in `from` too where its runs count.',
    }),
  inLog: (file: string, { id, severity, message, note: more, line }: Diagnostic): Message => ({
    id,
    severity,
    message: `${file}${line === undefined ? '' : `, line ${line}`}: ${message}`,
    ...(more !== undefined && { note: more }),
  }),
  pickle: () =>
    error('pickle', 'This is a pickle, which can run anything that is in it; none is ever read.', {
      expected: 'the text that stands beside it: data.json of experiment-impact-tracker',
    }),
  severalCountries: (countries: readonly string[]) =>
    note('several-countries', `The runs of this log were in ${listed(countries.slice(0, 12))}; each has a phase of its own.`),
  runInTwoLogs: (name: string) =>
    warning('run-in-two-logs', `${name}: runs of it stand in a log before it, by their ids or times; they were counted once.`),
  unknownLogFormat: (format: string, known: readonly string[], suggestion?: string) =>
    error('unknown-log-format', `No format of logs is called \`${format}\`.`, {
      expected: `one of ${listed(known)}`,
      ...suggested(suggestion),
    }),
  severalFormats: (formats: readonly string[]) =>
    error('several-formats', `This log may be of ${formats.join(' or ')}.`, {
      expected: 'one of them: `--format` of `init`, `format:` of `from`',
    }),
  sameSlug: (slug: string, other: string) =>
    error('same-slug', `${other} writes to the same folder, \`${slug}\`.`, { expected: 'a `slug:` of its own for each manifest' }),
  missingGlyph: (characters: string) => warning('missing-glyph', `No bundled font has ${characters}, so charts and PDF show a box.`),
  unknownTemplate: (name: string, known: readonly string[], suggestion?: string) =>
    error('unknown-template', `No section has the template ${name}.`, { expected: `one of ${listed(known)}`, ...suggested(suggestion) }),
  noTemplates: (folder: string) =>
    error('no-templates', `There is no folder ${folder} with templates.`, { expected: '`sections/<section>.md` or `report.css` in it' }),
} as const;
