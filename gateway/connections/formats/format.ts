import type { PlainPath, JsonValue } from './json-value.ts';

/** Reads and edits one kind of file. Pure: text in, text out. */
export interface Format {
  /** @throws ConfigFault at the line that is wrong. @returns undefined for a file without any content */
  parse(text: string): JsonValue | undefined;
  /** Sets one value with the smallest edit, making parents that are missing. */
  set(text: string, path: PlainPath, value: JsonValue): string;
  /** Puts a value before the first of a list that has some. Left out: the format puts new ones last. */
  prepend?(text: string, list: PlainPath, value: JsonValue): string;
  /** The place of a value that is there, in its own notation, so that exactly that can be put back later. */
  range(text: string, path: PlainPath): readonly [from: number, to: number] | undefined;
  /** Takes one value out with its key. */
  remove(text: string, path: PlainPath): string;
}

/** A file that cannot be edited safely: why, and where, as far as that is one line. Lines count from 1. */
export class ConfigFault extends Error {
  override readonly name = 'ConfigFault';
  readonly line: number | undefined;

  constructor(message: string, line?: number) {
    super(message);
    this.line = line;
  }
}

/** `line 3: a comma is missing`; without the line where nobody knows which. */
export function faultText({ line, message }: ConfigFault): string {
  return line === undefined ? message : `line ${line}: ${message}`;
}

/** The line of an offset, from 1. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
