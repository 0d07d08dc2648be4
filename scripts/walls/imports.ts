/** One import of a file. */
export interface Import {
  readonly specifier: string;
  /** Types only: gone when the program runs. */
  readonly isType: boolean;
}

const IMPORT =
  /\b(?:import|export)\b(\s+type\b)?(?:[^'"`;]*?\bfrom)?\s*\(?\s*['"]([^'"]+)['"]|\brequire\(\s*['"]([^'"]+)['"]/g;

/** What a file imports, in every form; comments do not count. */
export function importsOf(text: string): readonly Import[] {
  return [...withoutComments(text).matchAll(IMPORT)].map(([, type, specifier, required]) => ({
    specifier: specifier ?? required ?? '',
    isType: type !== undefined,
  }));
}

export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}
