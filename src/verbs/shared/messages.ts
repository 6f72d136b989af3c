import { error, listed, note, suggested, warning } from '../../diagnostics/message.js';
import type { UnnamedTable } from '../../trackers/csv-columns.js';

/** The command for a file of a report that has no claims itself. */
function besideText(assessment: string | undefined): string | undefined {
  return assessment && `The claims of the report are in its assessment: \`carboncard audit ${assessment}\`.`;
}

/** What the verbs report of logs, cards, templates, reports and look-ups. */
export const messages = {
  notJson: (reason: string) => error('not-json', `Invalid JSON: ${reason}`, { expected: 'an assessment.json, or a manifest in JSON' }),
  /** @param beside The assessment of the report that the file is of. */
  notAudited: (beside?: string) =>
    error('not-audited', 'Neither an assessment, nor a manifest, nor a BoAmps report, nor a BOM.', {
      expected: 'a model card, a manifest, a BoAmps report, a CycloneDX BOM, or an assessment.json with `lines` and `totals`',
      note: besideText(beside),
    }),
  unreadFormat: (what: string, beside?: string) =>
    error('unread-format', `Unsupported: ${what}.`, {
      expected: 'a model card in Markdown, a manifest in YAML or JSON, an assessment.json, a BoAmps report or a CycloneDX BOM in JSON',
      note: besideText(beside),
    }),
  noClaim: (file: string) => note('no-claim', `No claim about emissions found in ${file}.`),
  assessmentBesideLogs: () =>
    error('assessment-beside-logs', 'An assessment and other files begin no manifest together.', {
      expected: 'Give the assessment alone.',
    }),
  /** @param options Names of the options, such as `--year`. */
  optionsBesideAssessment: (options: readonly string[]) =>
    error('options-beside-assessment', `An assessment states its phases already: ${listed(options)} cannot be used with it.`, {
      expected: 'Remove these options, and edit the manifest that `init` writes',
    }),
  notAnAuditSetting: (word: string, known: readonly string[], suggestion?: string) =>
    error('unknown-audit', word === '' ? 'Incomplete audit setting.' : `Unknown audit or severity \`${word}\`.`, {
      expected: `such as \`<!-- carboncard-audit embodied-silent: off -->\`; one of ${listed(known)}`,
      ...suggested(suggestion),
    }),
  noBaseTotal: (file: string) =>
    error('base-model-without-total', `${file} has no development total.`, {
      expected: 'an assessment or a manifest with the development of the base model',
    }),
  notAnAssessment: (path: string) =>
    error('not-an-assessment', `carboncard did not write this assessment: \`${path}\` is of another type.`, {
      expected: 'an assessment.json as `carboncard render` writes it',
    }),
  incompleteAssessment: (path: string) =>
    error('not-an-assessment', `The assessment is incomplete: \`${path}\` is missing.`, {
      expected: 'an assessment.json as `carboncard render` writes it',
    }),
  invalidProperty: (name: string, text: string) =>
    warning('bom-property', `Invalid \`${name}\`: “${text.slice(0, 80)}”. It was left out.`, {
      note: 'docs/formats/cyclonedx.md has the properties and their units.',
    }),
  baseModelInCircle: (file: string) =>
    error('base-model-circle', `${file} is a base model of itself, through the manifests that it names.`, {
      expected: 'base models that do not name this one',
    }),
  unnamedModel: (name: string) =>
    error('placeholder-name', `The model is still called “${name}”, and the card would say so.`, {
      expected: "Write the model's name, or its id on the Hub, as `model:`",
    }),
  noDevelopment: () =>
    warning('no-development', 'No development phase: `co2_eq_emissions` is left as it is.', {
      expected: 'a phase such as `training`: the front matter states the development total',
    }),
  largeFiles: (patterns: readonly string[]) =>
    note(
      'large-files',
      `The Hub rejects binary files that git LFS does not track: run \`git lfs track ${patterns.map((one) => `"${one}"`).join(' ')}\` before you commit them.`,
    ),
  noCardPdf: (file: string, reason: string, remedy: string) =>
    note('no-card-pdf', `${file} is not written, and the section does not link to it: ${reason}.`, {
      note: `To fix it: ${remedy}`,
    }),
  shortSection: () =>
    note('short-section', 'The section is now short: the whole report is in a file of its own, report.md.', {
      note: '`--full`, or `output: { section: full }` in the manifest, puts the whole report into the section.',
    }),
  noImages: () => note('no-images', 'The section has no charts and no links: nothing can be written beside standard output.'),
  emptyOutDir: () => error('no-folder-named', 'The name of the output folder is empty.', { expected: 'a folder, or `.` for this one' }),
  compareFew: (count: number) =>
    error('too-few-models', count === 0 ? 'No model is named.' : 'Only one model is named.', {
      expected: 'two or more manifests, assessments or published models; `carboncard compare --list` lists those',
    }),
  unknownLoad: (text: string) =>
    error('unknown-load', `Unknown load "${text}".`, {
      expected: 'requests or tokens by time, such as `1e9 requests per year` or `30B tokens per day`',
    }),
  unknownModel: (word: string, suggestion: string | undefined) =>
    error('unknown-model', `Unknown model or file "${word}".`, {
      expected: 'a manifest, an assessment.json, or a published model; `carboncard compare --list` lists those',
      ...suggested(suggestion),
    }),
  severalModels: (word: string, ids: readonly string[]) =>
    error('several-models', `Several published models are meant by "${word}".`, { expected: `one of ${listed(ids)}` }),
  onlyCard: (folder: string) => note('only-card', `No folder ${folder}: only the card was checked.`),
  cardOfSeveral: (manifests: readonly string[]) =>
    error('several-manifests', `\`--card\` with ${manifests.length} manifests: a card has the section of one.`, {
      expected: 'one manifest with `--card`',
    }),
  manifestThere: (file: string) =>
    error('already-there', `${file} exists and will not be overwritten.`, {
      expected: 'Give another name with `-o FILE`, or move the file away',
    }),
  manifestAsLog: () =>
    error('manifest-as-log', 'The file is a manifest, not a log.', { expected: 'Run `carboncard render` with it, or name a log' }),
  unknownLog: (pointer: string | undefined, formats: readonly string[]) =>
    pointer === undefined
      ? error('unknown-log', 'Unrecognised log format.', {
          expected: `a log of ${formats.join(', ')}, or a table of which a manifest names the columns: \`from: { logs: FILE, format: csv, columns: { energy: used (kWh) } }\``,
        })
      : error('pointer-file', `The file is a pointer of ${pointer}, not the log.`, {
          expected:
            pointer === 'git LFS' ? 'Run `git lfs pull`, which downloads the file' : 'Run `git annex get`, which downloads the file',
        }),
  unnamedColumns: (file: string, { names, columns, hasEnergy, hasPower, isTensorBoard }: UnnamedTable) =>
    error('unknown-log', 'Unrecognised log format: a table of no known tool.', {
      expected: `${hasEnergy || hasPower ? 'Name its columns' : 'Name the column with the energy'} in a phase of a manifest: \`from: { logs: ${file}, format: csv, columns: { ${columns} } }\``,
      note: `The columns are ${listed(names)}.${isTensorBoard ? ' They are those of an export of TensorBoard: is `Value` a power in W?' : hasPower ? ' Give the right unit of the power.' : hasEnergy ? '' : ' If none has the energy, write devices and hours into the manifest: `hardware: 8 x A100 80GB`, `duration: 3 weeks`.'}`,
    }),
  invalidAnswer: (option: string, answer: string, expected: string) =>
    error('invalid-answer', `Invalid ${option} \`${answer}\`.`, { expected }),
  notAnswered: () =>
    error('not-answered', 'The questions were cancelled, and nothing was written.', {
      expected: 'Answer each question; leave an answer empty if you do not know it',
    }),
  foreignIndex: (name: string) =>
    warning('foreign-index', `The index of the reports is not written: there is a file ${name} that carboncard did not write.`, {
      expected: 'Move the file away, or write the reports into another folder with `-o`',
    }),
  foreignDisclosures: () =>
    warning('foreign-disclosures', 'The reports are not listed: there is a file carbon.txt that carboncard did not write.', {
      expected: 'Add the entries of the `carbon.txt` of each report to it, or write the reports into another folder with `-o`',
    }),
  leftFiles: (files: readonly string[]) =>
    note('left-files', `Not written now, and perhaps out of date: ${listed(files)}.`, {
      expected: `Remove ${files.length === 1 ? 'the file' : 'the files'}, or name the format in \`--format\` or in \`output: { formats: […] }\``,
    }),
  removedFiles: (files: readonly string[]) =>
    note('removed-files', `Removed: ${listed(files)}.`, {
      note: 'An earlier run wrote it for the formats, the phases or the charts that this report had; it was unchanged since.',
    }),
  notInIndex: () =>
    warning('not-in-index', 'The assessment is damaged, or another program or version wrote it: the report is not in the index.', {
      expected: 'Remove the file, or render the report again with `--format json`',
    }),
  noReports: (folder: string) =>
    error('no-reports', `No reports in ${folder}.`, { expected: 'the folder that reports were written into, in `-o`' }),
  noManifestFound: (pattern: string) =>
    error('no-manifest-found', `No file matches ${pattern}.`, { expected: 'a pattern such as `models/**/carboncard.yaml`' }),
  noLogFound: (pattern: string) =>
    error('no-log-found', `No file matches ${pattern}.`, {
      expected: 'a path from the folder of the manifest, with `*` for any name',
    }),
  noTelemetryFound: (pattern: string) =>
    error('no-telemetry-found', `No file matches ${pattern}.`, { expected: 'a pattern such as `logs/**/*.csv.gz`' }),
  tooManyLogs: (count: number, limit: number) =>
    error('too-many-logs', `Too many logs: ${count}.`, { expected: `at most ${limit} logs in a phase` }),
  noRunSelected: (what: string, found: readonly string[]) =>
    error('no-run-selected', `No run of these logs is ${what}.`, {
      expected: found.length === 0 ? 'a selection that at least one run meets' : `one of ${listed(found.slice(0, 12))}`,
    }),
  backupBeside: (file: string) =>
    warning('backup-beside', `${file} has a backup beside it, which was not read and may hold earlier runs.`, {
      note: 'CodeCarbon renames its file when columns change. If its runs count, name it in `from` too.',
    }),
  pickle: () =>
    error('pickle', 'The file is a pickle. Pickles are never read: loading one can run any code.', {
      expected: 'the text file beside it: data.json of experiment-impact-tracker',
    }),
  severalCountries: (countries: readonly string[]) =>
    note('several-countries', `The runs took place in ${listed(countries.slice(0, 12))}; each country has a phase of its own.`),
  runInTwoLogs: (name: string) =>
    warning('run-in-two-logs', `${name} has runs that an earlier log has too, by their ids or times; they were counted once.`),
  unknownLogFormat: (format: string, known: readonly string[], suggestion?: string) =>
    error('unknown-log-format', `Unknown log format \`${format}\`.`, {
      expected: `one of ${listed(known)}`,
      ...suggested(suggestion),
    }),
  severalFormats: (formats: readonly string[]) =>
    error('several-formats', `Ambiguous log format: ${formats.join(' or ')}.`, {
      expected: 'one of them, in `--format` of `init` or `format:` of `from`',
    }),
  sameSlug: (slug: string, other: string) =>
    error('same-slug', `Duplicate slug \`${slug}\`: ${other} writes to the same folder.`, {
      expected: 'a different `slug:` for each manifest',
    }),
  unknownFactor: (query: string, candidates: readonly string[]) =>
    error('unknown-factor', `Unknown place or device \`${query.length > 80 ? `${query.slice(0, 80)}…` : query}\`.`, {
      expected: 'a country, a cloud region or a device, with or without a year; or what `carboncard factors` lists',
      ...suggested(candidates.length === 0 ? undefined : candidates.join('; ')),
    }),
  noFactorYear: (label: string, year: number, years: readonly string[]) =>
    error('no-grid-year', `No grid intensity of ${label} within 3 years of ${year}.`, {
      expected: years.length === 0 ? 'another place' : `a year near ${years[0]} to ${years.at(-1)}`,
    }),
  unknownSchema: (word: string, known: readonly string[], suggestion?: string) =>
    error('unknown-schema', `Unknown schema \`${word}\`.`, { expected: `one of ${listed(known)}`, ...suggested(suggestion) }),
  missingGlyph: (characters: string) => warning('missing-glyph', `No bundled font has ${characters}: charts and PDF show a box.`),
  unknownTemplate: (name: string, known: readonly string[], suggestion?: string) =>
    error('unknown-template', `Unknown template ${name}.`, { expected: `one of ${listed(known)}`, ...suggested(suggestion) }),
  noTemplates: (folder: string) =>
    error('no-templates', `No folder ${folder}.`, { expected: 'a folder with `sections/<section>.md` or `report.css`' }),
} as const;
