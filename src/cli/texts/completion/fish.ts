import { type CommandWords, flagOf, type Takes } from '../../command-words.js';

/** Completion for fish. */
export function fishCompletion(commands: readonly CommandWords[]): string {
  return `# Completion of carboncard for fish.
complete -c carboncard -f
complete -c carboncard -n __fish_use_subcommand -s V -l version -d ${quoted('print the version')}
complete -c carboncard -s h -l help -d ${quoted('print this help')}
${commands.flatMap(commandLines).join('\n')}`;
}

function commandLines({ name, description, argument, options }: CommandWords): readonly string[] {
  const seen = `complete -c carboncard -n '__fish_seen_subcommand_from ${name}'`;
  return [
    `complete -c carboncard -n __fish_use_subcommand -a ${name} -d ${quoted(description)}`,
    ...options.map(({ flags, description: words, takes, isList }) => {
      const { short, long, value } = flagOf(flags);
      const names = `${short === undefined ? '' : `-s ${short.slice(1)} `}-l ${long.slice(2)}`;
      return `${seen} ${names}${value === undefined ? '' : ` ${optionValue(takes, isList)}`} -d ${quoted(words)}`;
    }),
    ...(argument?.takes === undefined ? [] : [`${seen} ${argumentOf(argument.takes)}`]),
  ];
}

function optionValue(takes: Takes | undefined, isList?: true): string {
  if (takes === 'files') return '-r -F';
  if (takes === 'folders') return "-x -a '(__fish_complete_directories)'";
  if (takes === undefined) return '-x';
  return isList === true ? `-x -a '(__fish_append , ${takes.join(' ')})'` : `-x -a '${takes.join(' ')}'`;
}

function argumentOf(takes: Takes): string {
  if (takes === 'files') return '-F';
  return takes === 'folders' ? "-a '(__fish_complete_directories)'" : `-a '${takes.join(' ')}'`;
}

/** In single quotes, where fish reads a backslash before a quote and before another backslash. */
function quoted(text: string): string {
  return `'${text.replaceAll(/[\\']/g, '\\$&')}'`;
}
