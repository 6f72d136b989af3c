import { Command, InvalidArgumentError } from 'commander';
import type { AuditOptions } from './commands/audit.js';
import type { CardOptions } from './commands/card.js';
import type { CheckOptions } from './commands/check.js';
import type { ExplainOptions } from './commands/explain.js';
import type { FactorsOptions } from './commands/factors.js';
import type { InitOptions } from './commands/init.js';
import type { RenderOptions } from './commands/render.js';
import type { Context } from './context.js';
import { packageVersion } from './version.js';

/** The commands. What one needs is loaded when it runs, so that a cheap one stays cheap. */
export function commandLine(context: Context): Command {
  const { terminal } = context;
  const program = new Command('carboncard')
    .description("Turns the records of a model's runs into the carbon section of its model card: Markdown, PDF, JSON.")
    .exitOverride()
    .showSuggestionAfterError(false)
    .configureOutput({
      writeOut: terminal.result,
      writeErr: terminal.talk,
      // Said by us, with the nearest right word.
      outputError: () => undefined,
      getErrHelpWidth: () => terminal.columns,
      getOutHelpWidth: () => terminal.columns,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .version(packageVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'say what can be typed')
    .helpCommand('help [command]', 'say what can be typed after a command')
    .addHelpText('after', '\nExample:\n  carboncard render carboncard.yaml -o reports');

  program
    .command('init')
    .description('start a manifest: from the logs of trackers if given, else the least one; asks at a terminal what nobody has said')
    .argument('[log...]', 'emissions.csv, or another; the format is told by what is in it')
    .option('-o, --out <file>', 'the manifest; never overwritten', notEmpty, 'carboncard.yaml')
    .option('--model <name>', 'name of the model', notEmpty)
    .option('--format <id>', 'format of the logs, where it cannot be told from what is in them', notEmpty)
    .option('--energy-plugin <name>', 'plugin that Slurm took its energy from: rapl, ipmi, xcc, pm_counters, gpu', notEmpty)
    .option('--hardware <words>', 'as `8 x A100 80GB`; without a log', notEmpty)
    .option('--time <duration>', 'as `3 weeks`; without a log', notEmpty)
    .option('--place <words>', 'as `aws us-west-2`, France; in place of what the logs say', notEmpty)
    .option('--year <year>', 'as 2023; where no log says it', notEmpty)
    .option('--json', 'say the result, or what is wrong, as JSON')
    .addHelpText('after', '\nExample:\n  carboncard init emissions.csv --model my-org/my-model && carboncard render')
    .action(async (logs: string[], options: InitOptions) => {
      const { init } = await import('./commands/init.js');
      await init(logs, options, context);
    });

  program
    .command('render')
    .description('write the reports of manifests: DIR/<model>/carbon.md, carbon.pdf, assessment.json, charts/')
    .argument('[manifest...]', 'YAML or JSON files', ['carboncard.yaml'])
    .option('-o, --out <dir>', 'folder of the reports', notEmpty, 'reports')
    .option('--format <list>', "of md,json,pdf,charts; default: the manifest's, else all", collected)
    .option('--templates <dir>', 'your own templates, used before ours', notEmpty)
    .option('--json', 'say the result, or what is wrong, as JSON')
    .addHelpText('after', '\nExample:\n  carboncard render bloom.yaml llama.yaml -o reports --format md,pdf')
    .action(async (manifests: string[], options: RenderOptions) => {
      const { render } = await import('./commands/render.js');
      await render(manifests, options, context);
    });

  program
    .command('card')
    .description('put the carbon section and `co2_eq_emissions` into a model card, in place; every other byte stays')
    .argument('<card>', 'the README.md of a model; - reads from standard input and writes to standard output')
    .option('-m, --manifest <file>', 'YAML or JSON file', notEmpty, 'carboncard.yaml')
    .option('--dry-run', 'write nothing, and show what would change')
    .option('--format <list>', "with `charts` in it, charts are put beside the card; default: the manifest's, else all", collected)
    .option('--templates <dir>', 'your own templates, used before ours', notEmpty)
    .option('--json', 'say the result, or what is wrong, as JSON')
    .addHelpText('after', '\nExample:\n  carboncard card README.md -m carboncard.yaml --dry-run')
    .action(async (file: string, options: CardOptions) => {
      const { card } = await import('./commands/card.js');
      await card(file, options, context);
    });

  program
    .command('check')
    .description('compare what `render` and `card` would write with what is there; exit 1 where it differs')
    .argument('[manifest...]', 'YAML or JSON files', ['carboncard.yaml'])
    .option('-o, --out <dir>', 'folder of the reports (default: reports)', notEmpty)
    .option('--card <file>', 'a model card to compare too', notEmpty)
    .option('--format <list>', "of md,json,pdf,charts; default: the manifest's, else all", collected)
    .option('--templates <dir>', 'your own templates, used before ours', notEmpty)
    .option('--json', 'say the result, or what is wrong, as JSON')
    .addHelpText('after', '\nExample:\n  carboncard check carboncard.yaml -o reports --card README.md')
    .action(async (manifests: string[], options: CheckOptions) => {
      const { check } = await import('./commands/check.js');
      await check(manifests, options, context);
    });

  program
    .command('audit')
    .description('question the claims of cards, manifests and assessments: units, arithmetic, plausibility, completeness')
    .argument('[file...]', 'model cards, manifests (.yaml, .json), assessment.json')
    .option('--format <name>', 'text, json, sarif or github; default: text, and github where GITHUB_ACTIONS is true')
    .option('--json', 'say the findings, or what is wrong, as JSON')
    .option('-m, --manifest <file>', 'manifest whose `audits:` hold for all the files', notEmpty)
    .option('--list', 'list the audits, and question nothing')
    .addHelpText(
      'after',
      `
Ends with 1 where an error or a warning was found, with 0 where nothing but notes was.

To set what a finding weighs, or to leave an audit out (off, note, warning, error):
  in a manifest   audits: { embodied-silent: off, grid-year: note }
  in a card       <!-- carboncard-audit embodied-silent: off -->

Example:
  carboncard audit README.md reports/bloom/assessment.json --format sarif > audit.sarif`,
    )
    .action(async (files: string[], options: AuditOptions) => {
      const { audit } = await import('./commands/audit.js');
      await audit(files, options, context);
    });

  program
    .command('explain')
    .description('say how the totals come about, or one line of them: its formula with the numbers in it, inputs, ranges, sources')
    .argument('[line]', 'as training.dynamic; or a phase, a component, a total, the id of a source')
    .option('-m, --manifest <file>', 'YAML or JSON file', notEmpty, 'carboncard.yaml')
    .option('--json', 'say it, or what is wrong, as JSON')
    .addHelpText('after', '\nExample:\n  carboncard explain training.dynamic -m carboncard.yaml')
    .action(async (line: string | undefined, options: ExplainOptions) => {
      const { explain } = await import('./commands/explain.js');
      await explain(line, options, context);
    });

  program
    .command('factors')
    .description('look up a grid, a cloud region, a device: value, range, year, source, licence')
    .argument('[query...]', 'as France 2022, us-central1 2021, A100 PCIe 40GB, pue, ranges, or the id of a factor')
    .option('--json', 'say it, or what is wrong, as JSON')
    .addHelpText('after', '\nExample:\n  carboncard factors aws us-west-2 2023')
    .action(async (query: string[], options: FactorsOptions) => {
      const { factors } = await import('./commands/factors.js');
      await factors(query, options, context);
    });

  program
    .command('schema')
    .description("print the manifest's JSON Schema")
    .addHelpText('after', '\nExample:\n  carboncard schema > carboncard.schema.json')
    .action(async () => {
      const { schema } = await import('./commands/schema.js');
      schema(context);
    });
  return program;
}

function notEmpty(value: string): string {
  if (value === '') throw new InvalidArgumentError("It can't be empty.");
  return value;
}

function collected(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}
