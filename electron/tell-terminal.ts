import { visibleLines } from '../shared/visible-text.ts';

/**
 * The desktop app's one place that writes to the terminal it was started from: a message of an error can hold any name.
 * @param error what went wrong, with its stack where it has one
 */
export function tellTerminal(sentence: string, error?: unknown): void {
  const why =
    error instanceof Error
      ? (error.stack ?? error.message)
      : typeof error === 'string'
        ? error
        : (JSON.stringify(error) ?? '');
  console.error(visibleLines(why === '' ? sentence : `${sentence} ${why}`));
}
