/** A command and the long options that it takes. */
export interface Vocabulary {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly string[];
}

/** Scripts by shell. */
export const SHELLS: Readonly<Record<string, (commands: readonly Vocabulary[]) => string>> = {
  bash,
  zsh,
  fish,
};

const dashed = (options: readonly string[]): string => options.map(option => `--${option}`).join(' ');

function bash(commands: readonly Vocabulary[]): string {
  const cases = commands.map(({ name, options }) => `    ${name}) words="${dashed(options)}" ;;`);
  return `_mms() {
  local current="\${COMP_WORDS[COMP_CWORD]}" words=""
  if [ "$COMP_CWORD" -eq 1 ] || { [ "$COMP_CWORD" -eq 2 ] && [ "\${COMP_WORDS[1]}" = help ]; }; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(' ')} help" -- "$current"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac
  case "$current" in
    -*) COMPREPLY=($(compgen -W "$words" -- "$current")) ;;
    *) COMPREPLY=($(compgen -f -- "$current")) ;;
  esac
}
complete -o filenames -F _mms mms mms-composer
`;
}

function zsh(commands: readonly Vocabulary[]): string {
  const names = commands.map(({ name, summary }) => `    ${quoted(`${name}:${summary}`)}`);
  const cases = commands.map(({ name, options }) => `    ${name}) compadd -- ${dashed(options)} ;;`);
  return `#compdef mms mms-composer
local -a commands
commands=(
${names.join('\n')}
)
if (( CURRENT == 2 )) || [[ CURRENT -eq 3 && $words[2] == help ]]; then
  _describe command commands
elif [[ $words[CURRENT] == -* ]]; then
  case $words[2] in
${cases.join('\n')}
  esac
else
  _files
fi
`;
}

function fish(commands: readonly Vocabulary[]): string {
  const lines = commands.flatMap(({ name, summary, options }) => [
    `complete -c mms -n __fish_use_subcommand -f -a ${name} -d ${quoted(summary)}`,
    `complete -c mms -n '__fish_seen_subcommand_from help' -f -a ${name}`,
    ...options.map(option => `complete -c mms -n '__fish_seen_subcommand_from ${name}' -l ${option}`),
  ]);
  return `${lines.join('\n')}\n`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", '')}'`;
}
