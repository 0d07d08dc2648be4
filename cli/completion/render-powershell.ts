import type { CompletedCommand, Values } from './command-tree.ts';
import { allCommands, flagsOf, wordsOf } from './render-words.ts';

/** The completion of PowerShell, for a line in $PROFILE. */
export function renderPowerShell(root: CompletedCommand): string {
  const commands = allCommands(root);
  const entry = (command: CompletedCommand): string => {
    const below = command.commands.map(({ name }) => name);
    const values = below.length > 0 ? list(below) : choose(command.values);
    const options = command.options.flatMap(({ flags, values: taken }) =>
      taken === undefined ? [] : flags.map((flag) => `${quoted(flag)} = ${choose(taken)}`),
    );
    const parts = [`flags = ${list(flagsOf(command))}`, `values = ${values}`, `options = @{ ${options.join('; ')} }`];
    return `  ${quoted(command.path)} = @{ ${parts.join('; ')} }`;
  };
  return `# PowerShell completion of purser. Made by: purser completion powershell
$script:PurserCommands = @{
${commands.map(entry).join('\n')}
}
Register-ArgumentCompleter -Native -CommandName purser -ScriptBlock {
  param($word, $ast, $position)
  $typed = @($ast.CommandElements | Where-Object { $_.Extent.EndOffset -lt $position } |
    ForEach-Object { $_.ToString() })
  $path = ''
  foreach ($one in ($typed | Select-Object -Skip 1)) {
    $next = "$path $one".Trim()
    if ($script:PurserCommands.ContainsKey($next)) { $path = $next }
  }
  $here = $script:PurserCommands[$path]
  $before = if ($typed.Count -gt 1) { $typed[-1] } else { '' }
  $choice = if ($here.options.ContainsKey($before)) { $here.options[$before] }
    elseif ($word.StartsWith('-')) { $here.flags } else { $here.values }
  if ($choice -is [string]) { $choice = @(purser completion names $choice 2>$null) }
  $choice | Where-Object { $_ -like "$word*" } | ForEach-Object {
    $text = if ($_ -match '\\s') { "'" + $_.Replace("'", "''") + "'" } else { $_ }
    [System.Management.Automation.CompletionResult]::new($text, $_, 'ParameterValue', $_)
  }
}
`;
}

/** A list of words; for names that Purser is asked for, which ones, as a text. */
function choose(values: Values): string {
  return values.kind === 'live' ? quoted(values.names) : list(wordsOf(values));
}

function list(words: readonly string[]): string {
  return `@(${words.map(quoted).join(', ')})`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
