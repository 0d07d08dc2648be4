/**
 * A text as one word of a command that is copied into a shell: as it is where it is plain, else in the quotes of POSIX
 * shells.
 */
export function shellWord(text: string): string {
  return /^[\w./:@+-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
