import type { TokenBound } from '../../../domain/usage.ts';
import type { Ask, JsonObject, OtherPass } from '../../dialect.ts';
import { isObject } from '../../json/read-json.ts';

/** Counts the calls of tools that run at the provider, and passes that are billed on top, as a stream shows them. */
export interface ShownCalls {
  /** @param size of the event, in bytes */
  begin(block: JsonObject, size: number): void;
  /** Anything that was written or found may be read again by the next round. */
  add(bytes: number): void;
  /** @param first input of the first round; undefined where it is not reported */
  boundSoFar(bound: TokenBound, first: number | undefined, more: number): TokenBound;
  othersSoFar(begun: boolean, more: number): readonly OtherPass[];
}

export function createShownCalls({ rounds = 1, usedBy, callInput, others = [] }: Partial<Ask>): ShownCalls {
  /** Calls of any kind; of searches alone; of advisers alone. */
  let [calls, searches, advised] = [0, 0, 0];
  let results = 0;
  let [summaries, handovers, answers] = [0, 0, 0];
  /** Everything that was shown, and of it what each round since the first has read again. */
  let [bytes, readAgain] = [0, 0];
  let begunRounds = 0;
  let defined = false;
  /** A call has brought something that the next round reads. */
  let brought = false;
  /** A document that is not text was fetched: its bytes say nothing about its tokens. */
  let documents = false;

  const inputOf = (bound: TokenBound, first: number | undefined, more: number): number => {
    const made = Math.min(rounds - 1, calls + more);
    const most = Math.ceil((bound.input * (made + 1)) / rounds);
    const used = usedBy?.(made, bound.output);
    const bare = used?.inputBound === undefined ? most : used.inputBound * (used.rounds ?? 1);
    if (first === undefined || documents) return Math.min(most, documents ? most : bare);
    // The findings of a call that has not come back are not shown yet.
    const open = Math.max(0, calls - results);
    const unseen = open === 0 || more === 0 ? 0 : open * (callInput ?? Infinity);
    const ahead = more + (brought ? 1 : 0);
    return Math.min(most, first * (1 + begunRounds + ahead) + readAgain + ahead * bytes + unseen);
  };

  const beginRound = (): void => {
    if (!brought) return;
    brought = false;
    begunRounds += 1;
    readAgain += bytes;
  };

  return {
    begin(block, size) {
      const { type, name } = block;
      const isResult = typeof type === 'string' && type.endsWith('_tool_result');
      if (!isResult) beginRound();
      if (type === 'server_tool_use') {
        calls += 1;
        if (name === 'web_search') searches += 1;
        if (name === 'advisor') advised += 1;
      } else if (isResult) {
        results += 1;
        brought = true;
        // The tools that a search for them has found are read with it, and not shown.
        const found = type === 'tool_search_tool_result' && !defined ? (usedBy?.(0, 0).inputBound ?? Infinity) : 0;
        defined ||= found > 0;
        bytes += size + found;
        documents ||= holdsDocument(block['content']);
      } else if (type === 'compaction') summaries += 1;
      else if (type === 'fallback') handovers += 1;
      else answers += 1;
    },
    add(more) {
      bytes += more;
    },
    boundSoFar(bound, first, more) {
      const { webSearches = 0, ...extras } = bound.extras ?? {};
      // Where they are not shown, all of them may have been made.
      const hidden = usedBy?.(0, 0).extras?.webSearches ?? 0;
      const searched = Math.min(webSearches, Math.max(hidden, searches + more));
      return { ...bound, input: inputOf(bound, first, more), extras: { ...extras, webSearches: searched } };
    },
    othersSoFar(begun, more) {
      if (!begun) return others;
      // A conversation is shortened before its first word, or between two rounds.
      const shortened = summaries + (answers + calls === 0 ? 1 : 0) + (rounds > 1 ? more : 0);
      const most = { compaction: shortened, advisor: advised + more, fallback: handovers };
      const of = (kind: OtherPass['kind']): readonly OtherPass[] => others.filter((pass) => pass.kind === kind);
      return (['compaction', 'advisor', 'fallback'] as const).flatMap((kind) => of(kind).slice(0, most[kind]));
    },
  };
}

/** A page that was fetched may be a PDF. */
function holdsDocument(content: unknown): boolean {
  const document = isObject(content) ? content['content'] : undefined;
  const source = isObject(document) ? document['source'] : undefined;
  return isObject(source) && source['type'] !== 'text';
}
