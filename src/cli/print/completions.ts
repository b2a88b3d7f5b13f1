/** A command, the words that its first argument takes, and its options. */
export interface Vocabulary {
  readonly name: string;
  readonly summary: string;
  /** None: it takes files. */
  readonly choices: readonly string[];
  readonly options: readonly OptionWords[];
}

/** A long option; the words that may follow, or files where there are none. */
interface OptionWords {
  readonly name: string;
  readonly takesValue: boolean;
  readonly choices: readonly string[];
}

/** Scripts by shell. */
export const SHELLS: Readonly<Record<string, (commands: readonly Vocabulary[]) => string>> = {
  bash,
  zsh,
  fish,
};

const names = (rows: readonly { readonly name: string }[]): string => rows.map(({ name }) => name).join(' ');
const dashed = (options: readonly OptionWords[]): string => options.map(({ name }) => `--${name}`).join(' ');

/** Lists that stand once in a script, for the names of phones are many: the name of each, and the words. */
class Lists {
  readonly #names = new Map<string, string>();

  name(words: readonly string[]): string {
    const text = words.join(' ');
    const name = this.#names.get(text) ?? `_mms_words_${this.#names.size}`;
    this.#names.set(text, name);
    return name;
  }

  /** One line for each list. */
  lines(line: (name: string, words: string) => string): string {
    return [...this.#names].map(([words, name]) => line(name, words)).join('\n');
  }
}

/** Where words are due, as `COMMAND` for its first argument and `COMMAND --OPTION`; a place that takes files has none. */
function placesOf(commands: readonly Vocabulary[], lists: Lists): { place: string; list: string }[] {
  return commands.flatMap(({ name, choices, options }) => [
    ...(choices.length === 0 ? [] : [{ place: name, list: lists.name(choices) }]),
    ...options
      .filter(option => option.choices.length > 0)
      .map(option => ({ place: `${name} --${option.name}`, list: lists.name(option.choices) })),
  ]);
}

function bash(commands: readonly Vocabulary[]): string {
  const lists = new Lists();
  const places = placesOf(commands, lists).map(({ place, list }) => `    '${place}') words=$${list} ;;`);
  const options = commands.map(row => `    ${row.name}) options="${dashed(row.options)}" ;;`);
  return `${lists.lines((name, words) => `${name}="${words}"`)}
_mms() {
  local current="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}"
  local words="" options=""
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ] || { [ "$COMP_CWORD" -eq 2 ] && [ "$command" = help ]; }; then
    COMPREPLY=($(compgen -W "${names(commands)} help --help --version" -- "$current"))
    return
  fi
  # readline takes --option=value apart
  if [ "$before" = = ]; then before="\${COMP_WORDS[COMP_CWORD-2]}"; fi
  if [ "$current" = = ]; then current=""; fi
  case "$command" in
${options.join('\n')}
  esac
  if [ "$COMP_CWORD" -eq 2 ]; then before=""; fi
  case "$command\${before:+ $before}" in
${places.join('\n')}
  esac
  case "$current" in
    -*) words="$options" ;;
  esac
  if [ -n "$words" ]; then COMPREPLY=($(compgen -W "$words" -- "$current")); fi
}
complete -o default -F _mms mms mms-composer
`;
}

function zsh(commands: readonly Vocabulary[]): string {
  const lists = new Lists();
  const described = commands.map(({ name, summary }) => `    ${quoted(`${name}:${summary}`)}`);
  const places = placesOf(commands, lists).map(({ place, list }) => `    '${place}') values=($${list}) ;;`);
  const options = commands.map(row => `    ${row.name}) options=(${dashed(row.options)}) ;;`);
  return `#compdef mms mms-composer
${lists.lines((name, words) => `typeset -ga ${name}=(${words})`)}
_mms() {
  local -a commands options values
  local current="$words[CURRENT]" before="$words[CURRENT-1]" command="$words[2]"
  commands=(
${described.join('\n')}
  )
  if (( CURRENT == 2 )) || [[ CURRENT -eq 3 && $command == help ]]; then
    _describe command commands
    return
  fi
  if [[ $current == --*=* ]]; then
    before="\${current%%=*}"
    compset -P 1 '*='
  elif (( CURRENT == 3 )); then
    before=""
  fi
  case $command in
${options.join('\n')}
  esac
  case "$command\${before:+ $before}" in
${places.join('\n')}
  esac
  if [[ $current == -* && $current != *=* ]]; then
    compadd -- $options
  elif (( $#values )); then
    compadd -- $values
  else
    _files
  fi
}
if [[ $funcstack[1] == _mms ]]; then
  _mms "$@"
else
  compdef _mms mms mms-composer
fi
`;
}

function fish(commands: readonly Vocabulary[]): string {
  const lists = new Lists();
  const value = ({ takesValue, choices }: OptionWords): string => {
    if (choices.length > 0) return ` -x -a "$${lists.name(choices)}"`;
    return takesValue ? ' -r' : '';
  };
  const lines = commands.flatMap(({ name, summary, choices, options }) => [
    `complete -c mms -n '__mms_words 1' -f -a ${name} -d ${quoted(summary)}`,
    `complete -c mms -n '__mms_words 2 help' -f -a ${name}`,
    ...(choices.length === 0
      ? []
      : [`complete -c mms -n '__mms_words 2 ${name}' -f -a "$${lists.name(choices)}"`]),
    ...options.map(option => `complete -c mms -n '__mms_in ${name}' -l ${option.name}${value(option)}`),
  ]);
  return `function __mms_words
  set -l words (commandline -opc)
  test (count $words) -eq $argv[1]; or return 1
  test (count $argv) -eq 1; or test "$words[2]" = $argv[2]
end
function __mms_in
  set -l words (commandline -opc)
  test (count $words) -ge 2; and test $words[2] = $argv[1]
end
${lists.lines((name, words) => `set -g ${name} ${words}`)}
${lines.join('\n')}
complete -c mms-composer -w mms
`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", '')}'`;
}
