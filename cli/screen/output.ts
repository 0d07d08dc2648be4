import { isErrorCode, PurserError } from '../../shared/errors.ts';
import { stopText } from '../../shared/not-yet-stored.ts';
import type { NotYetStored } from '../../shared/not-yet-stored.ts';
import { jsonText, visibleLines, withoutHidden } from '../../shared/visible-text.ts';
import { hintsAsTheyWork } from './invocation.ts';
import { inStyle, lines, screenText } from './screen-text.ts';
import type { ScreenText } from './screen-text.ts';
import { lookAtTerminal } from './screen-width.ts';
import { betweenStyles, plain, styled, wantsColor } from './style.ts';

lookAtTerminal(() => process.stdout.columns);

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

/** Ends the command quietly when nobody reads on: `purser --help | head -1`. */
export function endWhenUnread(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      process.exit();
    });
}

/** Whether a person looks at what is written: not a file, not a journal. */
export function isTerminal(): boolean {
  return process.stdout.isTTY;
}

/** Asks on stderr, because stdout is for results; the answer comes on the same line. */
export function ask(prompt: string): void {
  write(process.stderr, screenText(prompt));
}

/** Whether a person can be asked: one who reads stderr and types. */
export function canAsk(): boolean {
  return process.stdin.isTTY && process.stderr.isTTY;
}

/** Whether a person sees what is shown and taken back again. */
export function showsProgress(): boolean {
  return process.stderr.isTTY && process.env['TERM'] !== 'dumb';
}

/** Puts a text in place of the last line on stderr, which must be a terminal; an empty one clears it. */
export function showProgress(text: string): void {
  process.stderr.write(`\r\u001b[K${withoutHidden(screenText(text))}`);
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

/**
 * Says what went wrong on stderr and sets the exit code: 1. With `--json` as `{"error":{"code","message"}}`.
 * @param more what a person can do next, on a line of its own
 */
export function fail(output: Output, error: unknown, more?: string): void {
  const { code, message } = describe(error);
  if (output.json) writeError(code, message);
  else write(process.stderr, `${styled('red', 'purser:')} ${screenText(message)}\n`);
  if (!output.json && more !== undefined) write(process.stderr, `${inStyle('dim', more).inColor()}\n`);
  process.exitCode = 1;
}

/** Ends the process for what nobody expected: the whole error, as text that cannot move a cursor. */
export function crash(output: Output, error: unknown): never {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  if (output.json) writeError('UNEXPECTED', text);
  else write(process.stderr, `purser: ${visibleLines(text)}\n`);
  process.exit(1);
}

function writeError(code: string, message: string): void {
  write(process.stderr, `${jsonText({ error: { code, message: hintsAsTheyWork(message) } })}\n`);
}

/** Where help is written. Why arguments are refused is told by `fail`, as every other failure. */
export const helpOutput = {
  writeOut: (text: string): void => write(process.stdout, text),
  writeErr: (text: string): void => write(process.stdout, text),
  outputError: (): void => undefined,
};

/** The one place where the command line writes: whatever made the text, nothing hidden leaves but our own styles. */
function write(stream: NodeJS.WriteStream, text: string): void {
  const shown = wantsColor(stream, process.env) ? text : plain(text);
  stream.write(betweenStyles(shown, withoutHidden));
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
