/**
 * Sentences that the gateway tells in English, each with the same in another language. `{0}` is whatever stands there:
 * a name, a path, or another such sentence.
 */
export type ToldEntries = readonly (readonly [english: string, other: string])[];

/** @returns the sentence in another language; what is not known stays as it is */
export type Told = (english: string) => string;

interface Pattern {
  /** What stands before, between and after the holes. */
  readonly fixed: readonly string[];
  /** The name of each hole, in order. */
  readonly holes: readonly string[];
  readonly other: string;
}

const HOLE = /\{(\d)\}/;
/** Where one sentence ends and the next begins. */
const SENTENCE_END = /(?<=[.!?`])\s+(?=[A-Z`"0-9])/;
/** A longer text is no sentence of the gateway. */
const MOST_LETTERS = 4_000;
/** Steps by hand have commands and settings between their sentences; so many texts are kept. */
const MOST_KEPT = 1_000;

/** Finds sentences of the gateway by their English text. It takes time in proportion to the text: names are anybody's. */
export function createTold(entries: ToldEntries): Told {
  const whole = new Map(entries.filter(([english]) => !HOLE.test(english)));
  const patterns = entries
    .filter(([english]) => HOLE.test(english))
    .map(([english, other]): Pattern => {
      const parts = english.split(HOLE);
      return { fixed: parts.filter((_, at) => at % 2 === 0), holes: parts.filter((_, at) => at % 2 === 1), other };
    })
    // The one that says most fits best.
    .toSorted((one, two) => two.fixed.join('').length - one.fixed.join('').length);
  const kept = new Map<string, string>();

  const clear = patterns.filter((pattern) => !isVague(pattern));
  const vague = patterns.filter(isVague);

  const tellWhole = (text: string, depth: number, among: readonly Pattern[]): string | undefined => {
    const exact = whole.get(text);
    if (exact !== undefined || depth > MOST_DEPTH) return exact;
    for (const pattern of among) {
      const found = readHoles(pattern.fixed, text);
      const values = found?.map((value, at) => tellPart(value, depth + 1, mayHoldSentences(pattern, at)));
      if (values?.every((value) => value !== undefined) !== true) continue;
      return pattern.other.replaceAll(/\{(\d)\}/g, (_, name: string) => values[pattern.holes.indexOf(name)] ?? '');
    }
    return undefined;
  };
  /** What stands in a hole. @returns undefined where it is too wide: another sentence has begun in it */
  const tellPart = (text: string, depth: number, isWide: boolean): string | undefined =>
    isWide || !SENTENCE_END.test(text) ? tellLine(text, depth) : undefined;
  const tellLine = (line: string, depth = 0): string => {
    const told = tellWhole(line, depth, clear);
    if (told !== undefined) return told;
    const sentences = line.split(SENTENCE_END);
    if (sentences.length === 1 || depth > MOST_DEPTH) return tellWhole(line, depth, vague) ?? line;
    return joinSentences(
      tellSentences(sentences, (text, isOne) => tellWhole(text, depth + 1, isOne ? patterns : clear)),
    );
  };
  return (english) => {
    if (english.length > MOST_LETTERS) return english;
    const before = kept.get(english);
    if (before !== undefined) return before;
    const told = english
      .split('\n')
      .map((line) => tellLine(line))
      .join('\n');
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(english, told);
    return told;
  };
}

/** True for a hole that stands where a sentence begins. */
function mayHoldSentences({ fixed }: Pattern, at: number): boolean {
  const [before = '', after = ''] = [fixed[at], fixed[at + 1]];
  return /[.?] $/.test(before) || (before.endsWith(': ') && after === '') || (before === '' && /^ [`A-Z]/.test(after));
}

/** What nearly any text fits, such as `{0}: {1}`: only where nothing else does. */
function isVague({ fixed }: Pattern): boolean {
  return fixed.join('').replaceAll(/[^A-Za-z]/g, '').length < LEAST_LETTERS;
}

const LEAST_LETTERS = 10;

/** A sentence in a sentence in a sentence is the most that the gateway tells. */
const MOST_DEPTH = 3;

/** @returns what stands in the holes; undefined where the text is another */
function readHoles(fixed: readonly string[], text: string): readonly string[] | undefined {
  const first = fixed[0] ?? '';
  const last = fixed.at(-1) ?? '';
  const end = text.length - last.length;
  if (!text.startsWith(first) || !text.endsWith(last) || end < first.length) return undefined;
  const found: string[] = [];
  let from = first.length;
  for (const part of fixed.slice(1, -1)) {
    const at = text.indexOf(part, from);
    if (at < 0 || at + part.length > end) return undefined;
    found.push(text.slice(from, at));
    from = at + part.length;
  }
  return [...found, text.slice(from, end)];
}

/** Several sentences, each in the other language; together where two are known as one. */
function tellSentences(
  sentences: readonly string[],
  tell: (text: string, isOne: boolean) => string | undefined,
): readonly string[] {
  const told: string[] = [];
  for (let from = 0; from < sentences.length;) {
    let to = sentences.length;
    let found: string | undefined;
    for (; to > from && found === undefined; to -= 1)
      found = tell(sentences.slice(from, to).join(' '), to === from + 1);
    told.push(found ?? sentences[from] ?? '');
    from = found === undefined ? from + 1 : to + 1;
  }
  return told;
}

/** Chinese sentences stand side by side, others with a space between them. */
function joinSentences(sentences: readonly string[]): string {
  return sentences.reduce((all, next) => (/[。！？：）]$/.test(all) ? all + next : `${all} ${next}`));
}
