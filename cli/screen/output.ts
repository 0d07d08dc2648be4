import { isErrorCode, PurserError } from '../../shared/errors.ts';
import { stopText } from '../../shared/not-yet-stored.ts';
import type { NotYetStored } from '../../shared/not-yet-stored.ts';
import { jsonText, visibleLines, withoutHidden } from '../../shared/visible-text.ts';
import { lines, screenText } from './screen-text.ts';
import type { ScreenText } from './screen-text.ts';

/** How a command answers: one JSON document with `--json`, else text for a person. */
export interface Output {
  readonly json: boolean;
}

/** Prints a result. With `--json` stdout holds that document and nothing else. */
export function print(output: Output, value: unknown, text: string | ScreenText): void {
  write(process.stdout, `${output.json ? jsonText(value) : screenText(text)}\n`);
}

/** One of many JSON documents on stdout, each on a line. */
export function printLine(value: unknown): void {
  write(process.stdout, `${jsonText(value)}\n`);
}

/** A file that was asked for, as it is: its line breaks are its own. */
export function printFile(file: string): void {
  write(process.stdout, file);
}

/** Tells something beside the result, on stderr: with `--json` as one document, else as a line of ours. */
export function tell(output: Output, value: unknown, text: string): void {
  write(process.stderr, output.json ? `${jsonText(value)}\n` : `purser: ${screenText(text)}\n`);
}

/** Whether a person looks at what is written: not a file, not a journal. */
export function isTerminal(): boolean {
  return process.stdout.isTTY;
}

/** Asks on stderr, because stdout is for results; the answer comes on the same line. */
export function ask(prompt: string): void {
  write(process.stderr, screenText(prompt));
}

/** Ends a line on stderr that somebody typed on. */
export function endLine(): void {
  write(process.stderr, '\n');
}

/**
 * Prints the result of a stop. One that holds but is not on disk yet is reported as such, with exit code 1: ending
 * Purser now would undo it.
 * @param text of the stop itself
 */
export function printStop(
  output: Output,
  result: Readonly<Record<string, unknown>> & NotYetStored,
  text: string | ScreenText,
): void {
  if (result.notYetStored === true) process.exitCode = 1;
  print(
    output,
    result,
    typeof text === 'string'
      ? stopText(text, result)
      : lines(text, ...(result.notYetStored === true ? [stopText('', result).trim()] : [])),
  );
}

/** `paused`, or `paused, NOT YET ON DISK`: how a list shows whom a stop is about. */
export function withStored(state: string, { notYetStored }: NotYetStored): string {
  return notYetStored === true ? `${state}, NOT YET ON DISK` : state;
}

/** Says what went wrong on stderr and sets the exit code: 1. With `--json` as `{"error":{"code","message"}}`. */
export function fail(output: Output, error: unknown): void {
  const { code, message } = describe(error);
  tell(output, { error: { code, message } }, message);
  process.exitCode = 1;
}

/** Ends the process for what nobody expected: the whole error, as text that cannot move a cursor. */
export function crash(error: unknown): never {
  write(
    process.stderr,
    `purser: ${visibleLines(error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`,
  );
  process.exit(1);
}

/** Texts of the command line itself: help, and why arguments are refused. */
export const helpOutput = {
  writeOut: (text: string): void => write(process.stdout, text),
  writeErr: (text: string): void => write(process.stderr, text),
};

/** The one place where the command line writes: whatever made the text, nothing hidden leaves. */
function write(stream: NodeJS.WritableStream, text: string): void {
  stream.write(withoutHidden(text));
}

function describe(error: unknown): { readonly code: string; readonly message: string } {
  if (error instanceof PurserError) return error;
  // Errors that crossed the contract keep their code; what the schema refused comes with its issues.
  if (error instanceof Error && 'code' in error) {
    if (isErrorCode(error.code)) return { code: error.code, message: error.message };
    if (error.code === 'BAD_REQUEST' && 'data' in error)
      return { code: 'INVALID_INPUT', message: issuesOf(error.data) ?? error.message };
  }
  return { code: 'UNEXPECTED', message: error instanceof Error ? error.message : String(error) };
}

function issuesOf(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null || !('issues' in data) || !Array.isArray(data.issues)) return undefined;
  const messages = data.issues.map((issue: unknown) =>
    typeof issue === 'object' && issue && 'message' in issue ? String(issue.message) : '',
  );
  return messages.filter(Boolean).join(' ') || undefined;
}
