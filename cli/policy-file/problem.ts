/** Where something begins in the file; both begin at 1. */
export interface SourcePosition {
  readonly line: number;
  readonly column: number;
}

/** One fault of a policy file, and its place. */
export interface Problem extends SourcePosition {
  /** Such as `agents."Claude Code".caps[0]`; empty for the file itself. */
  readonly path: string;
  readonly message: string;
}
