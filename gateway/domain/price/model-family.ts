/** Models that are probably priced alike, and the name of what they have in common. */
export interface ModelFamily {
  /** In words: `claude-sonnet`. */
  readonly name: string;
  readonly members: readonly string[];
}

/**
 * The known models that are nearest to an unknown one: those whose names differ in their numbers only, such as
 * `gpt-6-sol` of `gpt-7-sol`; else those whose first word is the same. @returns undefined for a name like no other
 */
export function familyOf(model: string, known: readonly string[]): ModelFamily | undefined {
  const { vendor, words } = readName(model);
  const [first] = words;
  if (first === undefined) return undefined;
  const named = known.map((name) => ({ name, ...readName(name) })).filter((other) => other.vendor === vendor);
  const pick = (fits: (others: readonly string[]) => boolean): readonly string[] =>
    named.filter((other) => fits(other.words)).map(({ name }) => name);
  const same = pick((others) => others.join(' ') === words.join(' '));
  if (same.length > 0) return { name: words.join('-'), members: same };
  const like = pick((others) => others[0] === first);
  return like.length > 0 ? { name: first, members: like } : undefined;
}

/** Words that say which day or state of a model it is, and nothing of its price. */
const MARKS = new Set(['latest', 'preview', 'exp', 'beta', 'default', 'v']);

/** A name without its numbers: `qwen/qwen4-max-preview` is Qwen's `qwen max`. */
function readName(name: string): { readonly vendor: string; readonly words: readonly string[] } {
  const parts = name.toLowerCase().split('/');
  const words = (parts.at(-1) ?? '')
    .split(/[^a-z0-9.]+/)
    .map((word) => word.replaceAll(/[\d.]+/g, ''))
    .filter((word) => word !== '' && !MARKS.has(word));
  return { vendor: parts.slice(0, -1).join('/'), words };
}
