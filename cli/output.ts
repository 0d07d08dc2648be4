import { isErrorCode, PurserError } from '../shared/errors.ts';
import { stopText } from '../shared/not-yet-stored.ts';
import type { NotYetStored } from '../shared/not-yet-stored.ts';

/** How a command answers: one JSON document with `--json`, else text for a person. */
export interface Output {
  readonly json: boolean;
}

/** Prints a result. With `--json` stdout holds that document and nothing else. */
export function print(output: Output, value: unknown, text: string): void {
  process.stdout.write(`${output.json ? JSON.stringify(value) : text}\n`);
}

/**
 * Prints what a stop did. One that holds and is not on disk is said so, with exit code 1: whoever ends Purser now undoes it.
 * @param text of the stop itself
 */
export function printStop(output: Output, result: Readonly<Record<string, unknown>> & NotYetStored, text: string): void {
  if (result.notYetStored === true) process.exitCode = 1;
  print(output, result, stopText(text, result));
}

/** `paused`, or `paused, NOT YET ON DISK`: how a list shows whom a stop is about. */
export function withStored(state: string, { notYetStored }: NotYetStored): string {
  return notYetStored === true ? `${state}, NOT YET ON DISK` : state;
}

/** Prints a table with columns as wide as they need to be. */
export function table(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = headers.map((header, column) => Math.max(header.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd();
  return [line(headers), ...rows.map(line)].join('\n');
}

/** Says what went wrong on stderr and sets the exit code: 1. With `--json` as `{"error":{"code","message"}}`. */
export function fail(output: Output, error: unknown): void {
  const { code, message } = describe(error);
  process.stderr.write(output.json ? `${JSON.stringify({ error: { code, message } })}\n` : `purser: ${message}\n`);
  process.exitCode = 1;
}

function describe(error: unknown): { readonly code: string; readonly message: string } {
  if (error instanceof PurserError) return error;
  // Errors that crossed the contract keep their code; what the schema refused comes with its issues.
  if (error instanceof Error && 'code' in error) {
    if (isErrorCode(error.code)) return { code: error.code, message: error.message };
    if (error.code === 'BAD_REQUEST' && 'data' in error) return { code: 'INVALID_INPUT', message: issuesOf(error.data) ?? error.message };
  }
  return { code: 'UNEXPECTED', message: error instanceof Error ? error.message : String(error) };
}

function issuesOf(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null || !('issues' in data) || !Array.isArray(data.issues)) return undefined;
  const messages = data.issues.map((issue: unknown) => (typeof issue === 'object' && issue && 'message' in issue ? String(issue.message) : ''));
  return messages.filter(Boolean).join(' ') || undefined;
}
