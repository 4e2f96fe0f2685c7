import { CliError, type Command, readArgs } from './io';
import { printForPrograms } from './output';

const SHELLS = ['bash', 'zsh', 'fish'] as const;

const USAGE = `interphase completion ${SHELLS.join('|')}

Prints a script by which a shell completes commands, options and their values:

  bash   eval "$(interphase completion bash)" in ~/.bashrc
  zsh    eval "$(interphase completion zsh)" in ~/.zshrc, after compinit
  fish   interphase completion fish > ~/.config/fish/completions/interphase.fish`;

type Commands = Readonly<Record<string, Command>>;

/** The command that prints completion for all commands, itself among them. */
export const completion = (commands: Commands): Command => ({
  takes: SHELLS.join('|'),
  summary: 'a script by which a shell completes all this',
  options: {},
  words: SHELLS,
  run: async (args) => {
    const { positionals } = readArgs(args, {}, USAGE);
    const shell = SHELLS.find((name) => name === positionals[0]);
    if (!shell)
      throw new CliError(`${positionals[0] ? `no completion for “${positionals[0]}”` : 'no shell given'}\n\n${USAGE}`);
    printForPrograms(SCRIPTS[shell](commands));
    return 0;
  },
});

/** What a shell offers in one place: words, or files where it is undefined. */
type Offer = readonly string[] | undefined;

/** After an option, by `COMMAND --OPTION`. */
function* afterOptions(commands: Commands): Generator<readonly [string, Offer]> {
  for (const [name, { options, values }] of Object.entries(commands)) {
    for (const [option, { type }] of Object.entries(options)) {
      const value = values?.[option];
      if (type === 'string') yield [`${name} --${option}`, value === 'file' ? undefined : (value ?? [])];
    }
  }
}

const optionsOf = ({ options }: Command): string[] => [...Object.keys(options), 'help'].map((option) => `--${option}`);

/** Bash and zsh read the same cases; what is typed, and how words and files are offered, each has in its own way. */
const bash = (commands: Commands): string => `_interphase() {
  local at=$COMP_CWORD current=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} command=\${COMP_WORDS[1]}
${cases(commands)}
}
_interphase_words() {
  local IFS=$' \\t\\n'
  COMPREPLY=($(compgen -W "$1" -- "$2"))
  [[ \${COMPREPLY[0]} != *= ]] || compopt -o nospace 2>/dev/null
}
_interphase_files() {
  local IFS=$'\\n'
  compopt -o filenames 2>/dev/null
  COMPREPLY=($(compgen -f -- "$1"))
}
complete -F _interphase interphase`;

const zsh = (commands: Commands): string => `_interphase() {
  local at=$((CURRENT - 1)) current=$words[CURRENT] before=$words[CURRENT-1] command=$words[2]
${cases(commands)}
}
_interphase_words() {
  local word
  for word in \${=1}; do
    if [[ $word == *= ]]; then compadd -S '' -- "$word"; else compadd -- "$word"; fi
  done
}
_interphase_files() { _files; }
compdef _interphase interphase`;

function cases(commands: Commands): string {
  const offer = (words: Offer) =>
    words ? `_interphase_words '${words.join(' ')}' "$current"` : '_interphase_files "$current"';
  const options = [...afterOptions(commands)].map(([place, words]) => `    '${place}') ${offer(words)}; return ;;`);
  const rest = Object.entries(commands).map(([name, command]) => {
    return `    ${name}) if [[ $current == -* ]]; then ${offer(optionsOf(command))}; else ${offer(command.words)}; fi ;;`;
  });
  return `  if [ "$at" -eq 1 ]; then ${offer([...Object.keys(commands), '--help', '--version'])}; return; fi
  case "$command $before" in
${options.join('\n')}
  esac
  case "$command" in
${rest.join('\n')}
  esac`;
}

function fish(commands: Commands): string {
  const lines = ['complete -c interphase -f', 'complete -c interphase -n __fish_use_subcommand -l version -l help'];
  for (const [name, command] of Object.entries(commands)) {
    const of = `complete -c interphase -n '__fish_seen_subcommand_from ${name}'`;
    lines.push(`complete -c interphase -n __fish_use_subcommand -a ${name} -d '${command.summary}'`);
    if (!command.words) lines.push(`${of} -F`);
    else if (command.words.length > 0) lines.push(`${of} -a '${command.words.join(' ')}'`);
    for (const [option, { type }] of Object.entries(command.options)) {
      const value = type === 'string' ? (command.values?.[option] ?? []) : undefined;
      const takes = value === undefined ? '' : value === 'file' ? ' -r -F' : ` -x -a '${value.join(' ')}'`;
      lines.push(`${of} -l ${option}${takes}`);
    }
    lines.push(`${of} -l help`);
  }
  return lines.join('\n');
}

const SCRIPTS: Readonly<Record<(typeof SHELLS)[number], (commands: Commands) => string>> = { bash, zsh, fish };
