import { type CommandWords, flagOf, type Takes } from '../../command-words.js';

/** Completion for bash, from version 3.2 on, which macOS has. */
export function bashCompletion(commands: readonly CommandWords[]): string {
  return `# Completion of carboncard for bash.
_carboncard_words() {
  local word
  COMPREPLY=()
  for word in $1; do
    [[ $word == "$current"* ]] && COMPREPLY+=("$word")
  done
}
_carboncard_list() {
  local word before=''
  [[ $current == *,* ]] && before="\${current%,*},"
  COMPREPLY=()
  for word in $1; do
    [[ ",$before" != *",$word,"* && "$before$word" == "$current"* ]] && COMPREPLY+=("$before$word")
  done
  compopt -o nospace 2>/dev/null
}
_carboncard_files() {
  local file
  COMPREPLY=()
  while IFS= read -r file; do
    COMPREPLY+=("$file")
  done < <(compgen "$1" -- "$current")
  compopt -o filenames 2>/dev/null
}
_carboncard() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} command='' word
  # bash takes \`--format=md\` for three words.
  if [[ $current == '=' ]]; then
    current=''
  elif [[ $previous == '=' ]]; then
    previous=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in
      ${commands.map(({ name }) => name).join('|')}) command=$word; break ;;
    esac
  done
  case "$command $previous" in
${commands.flatMap(valueCases).join('\n')}
  esac
  case "$command $current" in
${commands.map(optionCase).join('\n')}
    ' -'*) _carboncard_words '--help --version' ;;
    ' '*) _carboncard_words '${commands.map(({ name }) => name).join(' ')}' ;;
${commands.flatMap(argumentCase).join('\n')}
    *) COMPREPLY=() ;;
  esac
}
complete -F _carboncard carboncard`;
}

/** Options whose value comes next. */
function valueCases({ name, options }: CommandWords): readonly string[] {
  return options.flatMap(({ flags, takes, isList }) => {
    const { short, long, value } = flagOf(flags);
    if (value === undefined) return [];
    const typed = [short, long].flatMap((word) => (word === undefined ? [] : [`'${name} ${word}'`]));
    return [`    ${typed.join('|')}) ${completed(takes, isList)}; return ;;`];
  });
}

function optionCase({ name, options }: CommandWords): string {
  return `    '${name} -'*) _carboncard_words '${['--help', ...options.map(({ flags }) => flagOf(flags).long)].join(' ')}' ;;`;
}

function argumentCase({ name, argument }: CommandWords): readonly string[] {
  return argument?.takes === undefined ? [] : [`    '${name} '*) ${completed(argument.takes)} ;;`];
}

function completed(takes: Takes | undefined, isList?: true): string {
  if (takes === undefined) return 'COMPREPLY=()';
  if (takes === 'files') return '_carboncard_files -f';
  if (takes === 'folders') return '_carboncard_files -d';
  return `_carboncard_${isList === true ? 'list' : 'words'} '${takes.join(' ')}'`;
}
