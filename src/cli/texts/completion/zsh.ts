import { type CommandWords, flagOf, type OptionDeclaration, type Takes } from '../../command-words.js';

/** Completion for zsh: to be sourced, or a file `_carboncard` in a folder of `fpath`. */
export function zshCompletion(commands: readonly CommandWords[]): string {
  return `#compdef carboncard
# Completion of carboncard for zsh.
_carboncard() {
  local line state
  local -a commands
  commands=(
${commands.map(({ name, description }) => `    ${quoted(`${name}:${description}`)}`).join('\n')}
  )
  _arguments -C '(- *)'{-h,--help}'[print this help]' '(- *)'{-V,--version}'[print the version]' '1: :->command' '*:: :->words'
  case $state in
    command) _describe -t commands command commands ;;
    words)
      case $line[1] in
${commands.map(commandCase).join('\n')}
      esac
      ;;
  esac
}
if [[ $funcstack[1] == _carboncard ]]; then
  _carboncard "$@"
else
  compdef _carboncard carboncard
fi`;
}

function commandCase({ name, argument, options }: CommandWords): string {
  const parts = [...options.map(optionSpec), `'(- *)'{-h,--help}'[print this help]'`];
  const isMany = argument?.name.includes('...') === true;
  const action = argument?.takes === undefined ? [] : [`${quoted(`${isMany ? '*' : '1'}: :${actionOf(argument.takes)}`)}`];
  return `        ${name}) _arguments ${[...parts, ...action].join(' ')} ;;`;
}

function optionSpec({ flags, description, takes, isList }: OptionDeclaration): string {
  const { short, long, value } = flagOf(flags);
  const what = `[${description.replaceAll(/[\\[\]:]/g, '\\$&')}]`;
  const more = value === undefined ? '' : `:${value}:${actionOf(takes, isList)}`;
  const [many, excluded] = isList === true ? ['*', ''] : ['', `(${[short, long].filter(Boolean).join(' ')})`];
  return short === undefined
    ? quoted(`${many}${excluded}${long}${what}${more}`)
    : `${quoted(`${many}${excluded}`)}{${short},${long}}${quoted(`${what}${more}`)}`;
}

function actionOf(takes: Takes | undefined, isList?: true): string {
  if (takes === undefined) return ' ';
  if (takes === 'files') return '_files';
  if (takes === 'folders') return '_files -/';
  return isList === true ? `_sequence compadd - ${takes.join(' ')}` : `(${takes.join(' ')})`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
