import type { PlainPath } from '../formats/json-value.ts';

/**
 * The form that a person's own servers have in a tool's file. What is named neither here nor there is not known, and a
 * server that has it is left alone.
 */
export interface McpEntryForm {
  /** The command; where it is a list, its arguments stand in it. Left out: `command`. */
  readonly command?: string;
  /** The variables of its environment. Left out: `env`. */
  readonly env?: string;
  /** Addresses; the first that is there counts. Left out: `url`. */
  readonly url?: readonly string[];
  /** Left out: `headers`. */
  readonly headers?: PlainPath;
  /** The fields that name its transport. Left out: `type`. */
  readonly transport?: readonly string[];
  /** The switch that turns it off, and how it stands then. */
  readonly off?: readonly { readonly field: string; readonly is: boolean }[];
  /** A list of names elsewhere in the file that are off. */
  readonly offIn?: PlainPath;
  /** Fields without which a server is the same: patience, notes, what the tool asks about before a call. */
  readonly idle: readonly string[];
  /** What stands for a value that only the tool can fill in. Left out: `${...}`. */
  readonly variable?: RegExp;
}
