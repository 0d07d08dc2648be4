/** `1 request`, `2 requests`: a number and what it counts, in English. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
