import type { CompletedCommand, Values } from './command-tree.ts';

/** A command and all below it. */
export function allCommands(root: CompletedCommand): readonly CompletedCommand[] {
  return [root, ...root.commands.flatMap(allCommands)];
}

export function flagsOf({ options }: CompletedCommand): readonly string[] {
  return options.flatMap(({ flags }) => flags);
}

/** Words that are known without asking. */
export function wordsOf(values: Values): readonly string[] {
  return values.kind === 'words' ? values.words : [];
}

/** In single quotes, as bash and zsh read them. */
export function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
