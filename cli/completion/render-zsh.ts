import type { CompletedCommand, Values } from './command-tree.ts';
import { allCommands, shellQuoted, wordsOf } from './render-words.ts';

/** The completion of zsh: a file `_purser` in a folder of its fpath. */
export function renderZsh(root: CompletedCommand): string {
  const commands = allCommands(root);
  const paths = commands.filter(({ path }) => path !== '').map(({ path }) => shellQuoted(path));
  const afterOption = commands.flatMap(({ path, options }) =>
    options.flatMap(({ flags, values }) =>
      values === undefined
        ? []
        : [`    ${flags.map((flag) => shellQuoted(`${path}:${flag}`)).join('|')}) ${choose(values)}; return ;;`],
    ),
  );
  const places = commands.map(({ path, options, commands: below, values }) => {
    const flags = described(options.flatMap((option) => option.flags.map((flag) => [flag, option.description])));
    const rest =
      below.length > 0 ? described(below.map(({ name, description }) => [name, description])) : choose(values);
    return `    ${shellQuoted(path)}) if [[ $cur == -* ]]; then ${flags}; else ${rest}; fi ;;`;
  });
  return `#compdef purser
# zsh completion of purser. Made by: purser completion zsh
__purser_names() {
  local -a names
  names=(\${(f)"$(command purser completion names "$1" 2>/dev/null)"})
  (( $#names )) && compadd -a names
}
_purser() {
  local cur=\${words[CURRENT]} before=\${words[CURRENT-1]} at='' word
  local -a found
  for word in \${words[2,CURRENT-1]}; do
    [[ $word == -- ]] && { _files; return }
    case "\${at:+$at }$word" in
      ${paths.join('|')}) at="\${at:+$at }$word" ;;
    esac
  done
  case "$at:$before" in
${afterOption.join('\n')}
  esac
  case "$at" in
${places.join('\n')}
  esac
}
if [[ $funcstack[1] == _purser ]]; then _purser "$@"; else compdef _purser purser; fi
`;
}

/** Words with what they mean beside them. */
function described(words: readonly (readonly string[])[]): string {
  const list = words.map(([word = '', text = '']) => shellQuoted(`${word.replaceAll(':', String.raw`\:`)}:${text}`));
  return `found=(${list.join(' ')}); _describe purser found`;
}

function choose(values: Values): string {
  if (values.kind === 'live') return `__purser_names ${values.names}`;
  if (values.kind === 'file') return '_files';
  const words = wordsOf(values);
  return words.length === 0 ? ':' : `compadd -- ${words.map(shellQuoted).join(' ')}`;
}
