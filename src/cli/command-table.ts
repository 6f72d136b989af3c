import { comparisonFormats, defaultComparisonFormats } from '../comparison/ids.js';
import { defaultManifest, defaultReports } from '../io/default-paths.js';
import { trackerIds } from '../trackers/ids.js';
import { collectDeclaration } from './collect/declaration.js';
import { type CommandWords, shells } from './command-words.js';
import type { Context } from './context.js';
import { collected, defaultFiles, formatLines, jobsOption, manifestsArgument, notEmpty, shardOption, sharedOptions } from './options.js';

/** What a command does. It has at most one argument, which may be a list. */
export type Action = (argument: never, options: never, context: Context) => void | Promise<void>;

/** A command as `--help` shows it, and where its action is. */
export interface CommandDeclaration extends CommandWords {
  /** Printed below the options, before the example. */
  readonly more?: string | undefined;
  readonly example: string;
  /** Loads the action when the command runs, so that a cheap command stays cheap. */
  readonly load: () => Promise<Action>;
}

const { json, quiet, manifest, formats, full, templates, whatIf, summary, codequality } = sharedOptions;

/** Every command, in the order of `--help`. */
export const commands: readonly CommandDeclaration[] = [
  {
    name: 'init',
    description: 'Start a manifest from logs of trackers, or as a commented template; ask at a terminal for what is missing',
    argument: { name: '[log...]', description: 'logs, such as emissions.csv; the format is recognised by the content', takes: 'files' },
    options: [
      {
        flags: '-o, --out <file>',
        description: 'manifest to write, `-` for standard output; an existing file is kept',
        parse: notEmpty,
        default: defaultManifest,
        takes: 'files',
      },
      { flags: '--model <name>', description: 'name of the model', parse: notEmpty },
      { flags: '--format <id>', description: 'format of the logs, if it is not recognised', parse: notEmpty, takes: trackerIds },
      {
        flags: '--columns <map>',
        description: 'columns of a table, such as `time: timestamp, power: power (W), device: gpu`',
        parse: notEmpty,
      },
      {
        flags: '--energy-plugin <name>',
        description: 'plugin that measured the energy for Slurm: rapl, ipmi, xcc, pm_counters or gpu',
        parse: notEmpty,
        takes: ['rapl', 'ipmi', 'xcc', 'pm_counters', 'gpu'],
      },
      { flags: '--hardware <words>', description: 'such as `8 x A100 80GB`; replaces the devices in the logs', parse: notEmpty },
      { flags: '--time <duration>', description: 'such as `3 weeks`; only where the logs have no duration', parse: notEmpty },
      { flags: '--place <words>', description: 'such as `aws us-west-2` or France; replaces the place in the logs', parse: notEmpty },
      { flags: '--year <year>', description: 'such as 2023; replaces the year in the logs', parse: notEmpty },
      quiet,
      json,
    ],
    example: 'carboncard init emissions.csv --model my-org/my-model && carboncard render',
    load: () => import('./commands/init.js').then(({ init }) => init),
  },
  {
    name: 'render',
    description: `Write the reports of manifests into DIR/<model>/: ${defaultFiles}`,
    argument: manifestsArgument,
    options: [
      { flags: '-o, --out <dir>', description: 'folder of the reports', parse: notEmpty, default: defaultReports, takes: 'folders' },
      formats,
      full,
      whatIf,
      templates,
      { flags: '--jobs <n>', description: 'reports made at the same time, at most (default: what helps here)', parse: jobsOption },
      { flags: '--shard <part>', description: 'a part of the manifests, such as 3/10: the third of ten', parse: shardOption },
      { flags: '--force', description: 'make reports again that are up to date' },
      { flags: '--index', description: 'write only the index of the reports that are in the folder' },
      { flags: '--watch', description: 'write the Markdown, or the formats of --format, again after each save; Ctrl-C ends it' },
      { flags: '--open', description: 'open the report in the program that the system has for it' },
      quiet,
      json,
    ],
    more: `Formats:\n${formatLines()}`,
    example: 'carboncard render bloom.yaml llama.yaml -o reports --format md,pdf',
    load: () => import('./commands/render.js').then(({ render }) => render),
  },
  {
    name: 'card',
    description:
      'Put the carbon section and `co2_eq_emissions` into a model card, in place, and the report beside it; every other byte stays the same',
    argument: { name: '<card>', description: 'README.md of a model; - reads standard input and writes standard output', takes: 'files' },
    options: [
      manifest,
      { flags: '--dry-run', description: 'show what would change, and write nothing' },
      {
        ...formats,
        description: `${formats.description}; \`charts\` and \`pdf\` are written beside the card, with the report and the assessment`,
      },
      full,
      templates,
      quiet,
      json,
    ],
    example: 'carboncard card README.md -m carboncard.yaml --dry-run',
    load: () => import('./commands/card.js').then(({ card }) => card),
  },
  {
    name: 'check',
    description: 'Compare what `render` and `card` would write with the files on disk; exit with 1 if they differ',
    argument: manifestsArgument,
    options: [
      { flags: '-o, --out <dir>', description: 'folder of the reports (default: reports)', parse: notEmpty, takes: 'folders' },
      { flags: '--card <file>', description: 'model card to compare too', parse: notEmpty, takes: 'files' },
      formats,
      { ...full, description: 'expect the whole report in the section' },
      { ...whatIf, description: 'expect the files of `render --what-if`' },
      templates,
      { flags: '--verbose', description: 'show what differs, line by line' },
      summary,
      codequality,
      quiet,
      json,
    ],
    example: 'carboncard check carboncard.yaml -o reports --card README.md',
    load: () => import('./commands/check.js').then(({ check }) => check),
  },
  {
    name: 'audit',
    description: 'Question the claims of cards, manifests and assessments: units, arithmetic, plausibility, completeness',
    argument: {
      name: '[file...]',
      description: 'model cards, manifests (.yaml, .json), assessment.json; or patterns of them',
      takes: 'files',
    },
    options: [
      {
        flags: '--format <name>',
        description: 'text, json, sarif or github (default: text; github where GITHUB_ACTIONS is true)',
        takes: ['text', 'json', 'sarif', 'github'],
      },
      quiet,
      json,
      {
        flags: '-m, --manifest <file>',
        description: 'manifest whose `audits:` apply to all files, and to compare its card with',
        parse: notEmpty,
        takes: 'files',
      },
      { flags: '--list', description: 'list the audits, and audit nothing' },
      { flags: '--sarif <file>', description: 'write the findings into a file as SARIF too', parse: notEmpty, takes: 'files' },
      summary,
      codequality,
    ],
    more: `Exits with 1 if it finds an error or a warning, with 0 if it finds only notes.

To change the severity of an audit, or to turn it off (off, note, warning, error):
  in a manifest   audits: { embodied-silent: off, grid-year: note }
  in a card       <!-- carboncard-audit embodied-silent: off -->`,
    example: 'carboncard audit README.md reports/bloom/assessment.json --format sarif > audit.sarif',
    load: () => import('./commands/audit.js').then(({ audit }) => audit),
  },
  {
    name: 'explain',
    description: 'Explain the totals or one line: formula, numbers, inputs, ranges, sources',
    argument: { name: '[line]', description: 'such as training.dynamic; or a phase, a component, a total, the id of a source' },
    options: [
      manifest,
      {
        flags: '--since <revision>',
        description:
          'what changed since a commit, a tag or an earlier assessment.json, and which input did it; `v1.0..` for each time since',
        parse: notEmpty,
        takes: 'files',
      },
      {
        flags: '-o, --out <dir>',
        description: 'folder of the reports, with --since (default: reports)',
        parse: notEmpty,
        takes: 'folders',
      },
      json,
    ],
    example: 'carboncard explain training.dynamic -m carboncard.yaml',
    load: () => import('./commands/explain.js').then(({ explain }) => explain),
  },
  {
    name: 'compare',
    description: 'Compare models on the boundary that they have in common, with what each leaves out',
    argument: { name: '[model...]', description: 'manifests, assessment.json, or published models, such as bloom gpt-3', takes: 'files' },
    options: [
      {
        flags: '-o, --out <dir>',
        description: 'folder to write the comparison into (default: only print it)',
        parse: notEmpty,
        takes: 'folders',
      },
      {
        flags: '--format <list>',
        description: `formats: ${comparisonFormats.join(', ')} (default: ${defaultComparisonFormats.join(',')})`,
        parse: collected,
        takes: comparisonFormats,
        isList: true,
      },
      {
        flags: '--use <load>',
        description: 'load at which the use of every model is compared with its development, such as "1e9 requests per year"',
        parse: notEmpty,
      },
      { flags: '--list', description: 'list the published models, and compare nothing' },
      quiet,
      json,
    ],
    example: 'carboncard compare bloom gpt-3 carboncard.yaml -o comparison',
    load: () => import('./commands/compare.js').then(({ compare }) => compare),
  },
  collectDeclaration,
  {
    name: 'factors',
    description: 'Look up a grid, a cloud region or a device: value, range, year, source, licence',
    argument: {
      name: '[query...]',
      description: 'such as France 2022, us-central1 2021, A100 PCIe 40GB, pue, ranges, or the id of a factor',
    },
    options: [{ flags: '--coverage', description: 'how many rows the tables have, by kind and year' }, json],
    example: 'carboncard factors aws us-west-2 2023',
    load: () => import('./commands/factors.js').then(({ factors }) => factors),
  },
  {
    name: 'schema',
    description: 'Print the JSON Schema of the manifest, or of assessment.json',
    argument: { name: '[document]', description: 'manifest or assessment (default: manifest)', takes: ['manifest', 'assessment'] },
    options: [{ flags: '--draft-07', description: 'in the terms of draft-07, for SchemaStore and older editors' }],
    example: 'carboncard schema > carboncard.schema.json',
    load: () => import('./commands/schema.js').then(({ schema }) => schema),
  },
  {
    name: 'completion',
    description: 'Print the script that completes commands, options and files in bash, zsh or fish',
    argument: { name: '<shell>', description: shells.join(', '), takes: shells },
    options: [],
    more: `To load it in every new shell:
  bash   echo 'source <(carboncard completion bash)' >> ~/.bashrc
  zsh    echo 'source <(carboncard completion zsh)' >> ~/.zshrc     (below compinit)
  fish   carboncard completion fish > ~/.config/fish/completions/carboncard.fish`,
    example: 'source <(carboncard completion bash)',
    load: () => import('./commands/completion.js').then(({ completion }) => completion),
  },
];
