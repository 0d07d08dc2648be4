import type { Cap } from '../../../shared/cap.ts';
import { nanodollarsOf, ZERO } from '../../../shared/money.ts';
import type { Policy, PolicyScope } from '../../../shared/policy.ts';
import { createCapBook } from '../../domain/caps/cap-book.ts';
import type { CapAccount } from '../../domain/caps/cap-book.ts';
import { wholeGlob } from '../../domain/mcp/check-call.ts';
import type { WindowCalendar } from '../../domain/time/windows.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { createPartBook } from './part-book.ts';
import type { OpenPartsDeps } from './open-parts.ts';

/** One call counts as this much money, as a request does. */
const ONE = nanodollarsOf(1);
/** A scope itself has no limit here: it knows its running calls, so that a limit that is set meanwhile counts them. */
const ENDLESS: Cap = { window: 'total', rolling: false, amount: nanodollarsOf(Number.MAX_SAFE_INTEGER) };

/** A call of a tool: its request, and the tool as `SERVER/TOOL`. */
interface CountedCall {
  readonly id: string;
  readonly tool: string;
}

/** Counts the calls of tools against limits on their number: each limit is for the tools that a glob matches. */
export interface ToolCallBook {
  /** Takes the limits of a scope's policy; what it has called counts. They hold when `read` has resolved. */
  set(scope: PolicyScope, policy: Policy): void;
  /** Resolves when the past of every limit is known. @throws what the ledger throws */
  read(): Promise<void>;
  /** Resolves when the past of the limits on this tool is known. @returns undefined where it is */
  ready(scopes: readonly PolicyScope[], tool: string): Promise<void> | undefined;
  /** Counts a call against every limit, or names the first that is used up. */
  begin(
    scopes: readonly PolicyScope[],
    call: CountedCall,
    now: number,
  ):
    | { readonly begun: true; readonly end: (counts: boolean, now: number) => void }
    | { readonly begun: false; readonly account: CapAccount };
  /** Counts the calls of one scope as another's. */
  merge(scope: PolicyScope, into: PolicyScope, now: number): void;
  /** Handles a clock that went back: later calls count in the windows of `now`. */
  goBack(now: number): void;
}

interface ToolCallBookDeps extends Pick<OpenPartsDeps, 'now' | 'redated'> {
  readonly ledger: Pick<Ledger, 'toolCallPart'>;
}

/** @see ToolCallBook. The parts of a book of caps whose money is the number of calls. */
export function createToolCallBook(calendar: WindowCalendar, { ledger, ...clock }: ToolCallBookDeps): ToolCallBook {
  const caps = createCapBook(calendar);
  const opened = new Set<PolicyScope>();
  const openScope = (scope: PolicyScope): void => {
    if (opened.has(scope)) return;
    opened.add(scope);
    caps.open(scope, []);
    caps.setCaps(scope, [ENDLESS], clock.now());
  };
  const parts = createPartBook({
    ...clock,
    ledger: { modelPart: ledger.toolCallPart, conversationPart: () => Promise.resolve([]) },
    caps,
    openScope,
    raisesOf: () => [],
  });
  return {
    set: (scope, { mcp }) => parts.set(scope, { modelCaps: (mcp?.calls ?? []).map(asCaps) }),
    read: parts.read,
    ready: (scopes, tool) => parts.ready(scopes, { model: tool, session: null }),
    begin(scopes, { id, tool }, now) {
      for (const scope of scopes) openScope(scope);
      const about = { id, model: tool, session: null };
      const owners = [...scopes, ...parts.ownersOf(scopes, about)];
      const result = caps.hold(owners, ONE, now, { about });
      if (!result.held) return { begun: false, account: result.account };
      parts.begun(owners, id);
      return { begun: true, end: (counts, at) => caps.settle(result.hold, counts ? ONE : ZERO, at) };
    },
    merge(scope, into, now) {
      for (const one of [scope, into]) openScope(one);
      caps.merge(scope, into, now);
      parts.set(scope, {});
      parts.reread(into);
    },
    goBack: caps.goBack,
  };
}

function asCaps({ tools, calls }: NonNullable<NonNullable<Policy['mcp']>['calls']>[number]) {
  return {
    models: wholeGlob(tools),
    caps: calls.map(({ count, ...window }) => ({ ...window, amount: nanodollarsOf(count) })),
  };
}
