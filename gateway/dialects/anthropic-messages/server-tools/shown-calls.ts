import type { TokenBound } from '../../../domain/usage.ts';
import type { Ask, JsonObject, OtherPass } from '../../dialect.ts';
import { isObject } from '../../json/read-json.ts';
import { LARGEST_WINDOW, MOST_ROUNDS } from './bound-tools.ts';
import { ranCode } from './container.ts';

/** Counts the calls of tools that run at the provider, and passes that are billed on top, as a stream shows them. */
export interface ShownCalls {
  /** @param size of the event, in bytes */
  begin(block: JsonObject, size: number): void;
  /** Anything that was written or found may be read again by the next round. */
  add(bytes: number): void;
  /** @param first input of the first round; undefined where it is not reported */
  boundSoFar(bound: TokenBound, first: number | undefined, more: number): TokenBound;
  othersSoFar(begun: boolean, more: number): readonly OtherPass[];
  /** Calls of any tool. */
  calls(): number;
  /** Code has run in a container. */
  ranCode(): boolean;
}

export function createShownCalls(ask: Partial<Ask>): ShownCalls {
  const { rounds = 1, usedBy, callInput, others = [], watched = false } = ask;
  const mostRounds = watched ? MOST_ROUNDS : rounds;
  /** Calls of any kind; of searches alone; of advisers alone. */
  let [calls, searches, advised] = [0, 0, 0];
  let results = 0;
  const passes = { compaction: 0, fallback: 0, answer: 0 };
  /** Everything that was shown, and of it what each round since the first has read again. */
  let [bytes, readAgain] = [0, 0];
  let begunRounds = 0;
  let defined = false;
  /** A call has brought something that the next round reads. */
  let brought = false;
  /** A document that is not text was fetched: its bytes say nothing about its tokens. */
  let documents = false;
  let ran = false;

  const inputOf = (bound: TokenBound, first: number | undefined, more: number): number => {
    // A provider that makes more rounds than it says it does is billed for them all the same.
    const ahead = more + (brought ? 1 : 0);
    const made = Math.max(Math.min(mostRounds - 1, calls + more), begunRounds + ahead);
    const most = watched ? (made + 1) * LARGEST_WINDOW : Math.ceil((bound.input * (made + 1)) / rounds);
    const bare = bareInput(ask, made, bound.output) ?? most;
    if (first === undefined || documents) return Math.min(most, documents ? most : bare);
    // The findings of a call that has not come back are not shown yet.
    const open = Math.max(0, calls - results);
    const unseen = open === 0 || more === 0 ? 0 : open * (callInput ?? Infinity);
    return Math.min(most, first * (1 + begunRounds + ahead) + readAgain + ahead * bytes + unseen);
  };

  const beginRound = (): void => {
    if (!brought) return;
    brought = false;
    begunRounds += 1;
    readAgain += bytes;
  };

  const bring = ({ type, content }: JsonObject, size: number): void => {
    results += 1;
    brought = true;
    // The tools that a search for them has found are read with it, and not shown.
    const found = type === 'tool_search_tool_result' && !defined ? (usedBy?.(0, 0).inputBound ?? Infinity) : 0;
    defined ||= found > 0;
    bytes += size + found;
    documents ||= holdsDocument(content);
  };

  return {
    begin(block, size) {
      const kind = kindOf(block);
      if (kind !== 'result') beginRound();
      ran ||= ranCode(block);
      if (kind === 'call') {
        calls += 1;
        bytes += size;
        if (block['name'] === 'web_search') searches += 1;
        if (block['name'] === 'advisor') advised += 1;
      } else if (kind === 'result') bring(block, size);
      else if (kind !== 'listing') passes[kind] += 1;
    },
    add(more) {
      bytes += more;
    },
    boundSoFar(bound, first, more) {
      const { webSearches = 0, containerSeconds = 0, ...extras } = bound.extras ?? {};
      // Where they are not shown, all of them may have been made.
      const bare = usedBy?.(0, 0).extras ?? {};
      const searched = Math.min(webSearches, Math.max(bare.webSearches ?? 0, searches + more));
      const isContained = containerSeconds > 0 && (ran || more > 0 || (bare.containerSeconds ?? 0) > 0);
      const container = isContained ? { containerSeconds } : {};
      return {
        ...bound,
        input: inputOf(bound, first, more),
        extras: { ...extras, webSearches: searched, ...container },
      };
    },
    othersSoFar(begun, more) {
      if (!begun) return others;
      // A conversation is shortened before its first word, or between two rounds.
      const shortened = passes.compaction + (passes.answer + calls === 0 ? 1 : 0) + (rounds > 1 ? more : 0);
      const most = { compaction: shortened, advisor: advised + more, fallback: passes.fallback };
      const of = (kind: OtherPass['kind']): readonly OtherPass[] => others.filter((pass) => pass.kind === kind);
      return (['compaction', 'advisor', 'fallback'] as const).flatMap((kind) => of(kind).slice(0, most[kind]));
    },
    calls: () => calls,
    ranCode: () => ran,
  };
}

/** The most that the first rounds read, before anything of them is shown; undefined where only the window bounds it. */
function bareInput({ usedBy, callInput }: Partial<Ask>, made: number, output: number): number | undefined {
  const used = usedBy?.(made, output);
  if (used?.inputBound !== undefined) return used.inputBound * (used.rounds ?? 1);
  const base = usedBy?.(0, 0).inputBound;
  if (base === undefined || callInput === undefined) return undefined;
  return (made + 1) * base + made * output + (callInput * made * (made + 1)) / 2;
}

/** The part that a block has in a request with tools that run at the provider. */
function kindOf({ type }: JsonObject): 'call' | 'result' | 'compaction' | 'fallback' | 'listing' | 'answer' {
  if (type === 'server_tool_use' || type === 'mcp_tool_use') return 'call';
  if (typeof type === 'string' && type.endsWith('_tool_result')) return 'result';
  if (type === 'compaction' || type === 'fallback') return type;
  return type === 'mcp_tool_listing' ? 'listing' : 'answer';
}

/** A page that was fetched may be a PDF. */
function holdsDocument(content: unknown): boolean {
  const document = isObject(content) ? content['content'] : undefined;
  const source = isObject(document) ? document['source'] : undefined;
  return isObject(source) && source['type'] !== 'text';
}
