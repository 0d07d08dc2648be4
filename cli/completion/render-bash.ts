import type { CompletedCommand, Values } from './command-tree.ts';
import { allCommands, flagsOf, shellQuoted, wordsOf } from './render-words.ts';

/** The completion of bash, for `source <(purser completion bash)` or ~/.bashrc. */
export function renderBash(root: CompletedCommand): string {
  const commands = allCommands(root);
  const paths = commands.filter(({ path }) => path !== '').map(({ path }) => shellQuoted(path));
  const afterOption = commands.flatMap(({ path, options }) =>
    options.flatMap(({ flags, values }) =>
      values === undefined
        ? []
        : [`    ${flags.map((flag) => shellQuoted(`${path}:${flag}`)).join('|')}) ${choose(values)}; return ;;`],
    ),
  );
  const places = commands.map((command) => {
    const flags = `__purser_words ${shellQuoted(flagsOf(command).join('\n'))}`;
    const below = command.commands.map(({ name }) => name);
    const rest = below.length > 0 ? words(below) : choose(command.values);
    return `    ${shellQuoted(command.path)}) if [[ $cur == -* ]]; then ${flags}; else ${rest}; fi ;;`;
  });
  return `# bash completion of purser. Made by: purser completion bash
__purser_words() {
  local IFS=$'\\n' word
  COMPREPLY=()
  for word in $1; do
    [[ $word == "$cur"* ]] && COMPREPLY+=("$(printf %q "$word")")
  done
}
__purser_names() { __purser_words "$(command purser completion names "$1" 2>/dev/null)"; }
_purser() {
  local cur=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} path='' at
  COMPREPLY=()
  for ((at = 1; at < COMP_CWORD; at++)); do
    [[ \${COMP_WORDS[at]} == -- ]] && { compopt -o default; return; }
    case "\${path:+$path }\${COMP_WORDS[at]}" in
      ${paths.join('|')}) path="\${path:+$path }\${COMP_WORDS[at]}" ;;
    esac
  done
  case "$path:$before" in
${afterOption.join('\n')}
  esac
  case "$path" in
${places.join('\n')}
  esac
}
complete -F _purser purser
`;
}

function words(list: readonly string[]): string {
  return `__purser_words ${shellQuoted(list.join('\n'))}`;
}

function choose(values: Values): string {
  if (values.kind === 'live') return `__purser_names ${values.names}`;
  return values.kind === 'file' ? 'compopt -o default' : words(wordsOf(values));
}
