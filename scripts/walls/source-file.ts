/** A file of the project: path from the root with forward slashes, and its text (empty where it is no source). */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Tests, and what only tests and developers run. */
export function isTest(path: string): boolean {
  return /\.(test|spec)\.tsx?$/.test(path) || /^(e2e|scripts|bench)\//.test(path);
}

/** Stands by the tests: nothing that is shipped may import it. */
export function isTestSupport(path: string): boolean {
  return /(^|\/)testing(\/|\.tsx?$)|-(runner|crasher|suite)\.ts$/.test(path);
}

/** What a person installs. */
export function isShipped(path: string): boolean {
  return /^(shared|gateway|cli|electron|renderer)\//.test(path) && !isTest(path) && !isTestSupport(path);
}

export function isSource(path: string): boolean {
  return /\.(ts|tsx|mjs)$/.test(path);
}
