import type { CompletedCommand, CompletedOption, Values } from './command-tree.ts';
import { allCommands, wordsOf } from './render-words.ts';

/** The completion of fish: a file in ~/.config/fish/completions. */
export function renderFish(root: CompletedCommand): string {
  const commands = allCommands(root);
  const paths = commands.filter(({ path }) => path !== '').map(({ path }) => quoted(path));
  const lines = commands.flatMap((command) => {
    const here = `complete -c purser -n ${quoted(`__purser_at ${quoted(command.path)}`)}`;
    return [
      ...command.commands.map(({ name, description }) => `${here} -a ${quoted(name)} -d ${quoted(description)}`),
      ...command.options.map((option) => `${here} ${optionPart(option)}`),
      ...(command.commands.length > 0 ? [] : placePart(command.values).map((part) => `${here} ${part}`)),
    ];
  });
  return `# fish completion of purser. Made by: purser completion fish
function __purser_at
    set -l path
    for word in (commandline -opc)[2..]
        if contains -- (string join ' ' $path $word) ${paths.join(' ')}
            set path $path $word
        end
    end
    test (string join ' ' $path) = "$argv[1]"
end
function __purser_names
    command purser completion names $argv[1] 2>/dev/null
end
complete -c purser -f
${lines.join('\n')}
`;
}

function optionPart({ flags, description, values }: CompletedOption): string {
  const names = flags.map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`));
  const takes = values === undefined ? [] : ['-r', ...placePart(values)];
  return [...names, ...takes, `-d ${quoted(description)}`].join(' ');
}

function placePart(values: Values): readonly string[] {
  if (values.kind === 'live') return [`-a ${quoted(`(__purser_names ${values.names})`)}`];
  if (values.kind === 'file') return ['-F'];
  const words = wordsOf(values);
  return words.length === 0 ? [] : [`-a ${quoted(words.join(' '))}`];
}

/** In single quotes, as fish reads them. */
function quoted(text: string): string {
  return `'${text.replaceAll('\\', String.raw`\\`).replaceAll("'", String.raw`\'`)}'`;
}
