import type { ApprovalAnswer, ApprovalView } from '../../shared/contract/approval-views.ts';
import { PurserError } from '../../shared/errors.ts';
import { approvalIdSchema } from '../../shared/ids.ts';
import type { ApprovalId, SubKeyId } from '../../shared/ids.ts';
import type { Nanodollars } from '../../shared/money.ts';
import { formatUsd, nanodollarsOf, ZERO } from '../../shared/money.ts';
import { quotedName } from '../../shared/visible-text.ts';
import type { AuditEntry } from '../audit/entry.ts';
import { capFact } from '../domain/caps/cap-fact.ts';
import type { CapAccount } from '../domain/caps/cap-book.ts';
import type { Clock, Random } from '../platform/ports.ts';
import { newId } from '../platform/new-id.ts';
import type { Notices } from './notices.ts';

/** A question to the person. `account` is the cap that has no room; undefined for a call of a tool. */
export interface Question extends Omit<ApprovalView, 'id' | 'at' | 'expiresAt' | 'raiseBy' | 'cap'> {
  readonly account: CapAccount | undefined;
}

/** An open question: it ends with an answer, or when the request stops waiting. */
export interface OpenQuestion {
  /** Resolves with the answer; with `nobody` when nobody answers in time. */
  readonly answered: Promise<ApprovalAnswer | 'nobody'>;
  /** Withdraws the question: the request no longer needs an answer, because it is gone or fits by now. */
  withdraw(): void;
}

/** Requests that wait for a person. They are in memory: a gateway that stops drops them, and no answer means no. */
export interface Approvals {
  ask(question: Question): OpenQuestion;
  /** True if this sub-key may ask once more: a person answers a few questions, not a hundred. */
  mayAsk(subKeyId: SubKeyId): boolean;
  /** Oldest first. */
  waiting(): ApprovalView[];
  /** The question behind an id. @throws PurserError `NOT_FOUND` when it no longer waits */
  find(id: ApprovalId): Question & ApprovalView;
  answer(id: ApprovalId, answer: ApprovalAnswer): void;
}

interface ApprovalsDeps {
  readonly clock: Clock;
  readonly random: Random;
  readonly notices: Notices;
  /** The time that a person has to answer, in milliseconds. */
  readonly patienceMs: number;
  readonly append: (entry: AuditEntry) => Promise<void>;
  readonly changed: () => void;
  readonly onFault: (error: unknown) => void;
}

/** The most open questions of one sub-key; its next request is refused without asking. */
const MOST_QUESTIONS = 5;

interface Pending {
  readonly question: Question & ApprovalView;
  readonly end: (answer: ApprovalAnswer | 'nobody') => void;
}

/** @see Approvals */
export function createApprovals({
  clock,
  random,
  notices,
  patienceMs,
  append,
  changed,
  onFault,
}: ApprovalsDeps): Approvals {
  const pending = new Map<ApprovalId, Pending>();
  const note = (
    kind: 'approval-asked' | 'approval-answered',
    { id, agentId, subKeyId, model, needed }: ApprovalView,
    answer?: string,
  ): void => {
    const detail = { approval: id, model, needed, ...(answer === undefined ? {} : { answer }) };
    append({ at: clock.now(), kind, agentId, subKeyId, detail }).catch(onFault);
  };
  const find = (id: ApprovalId): Pending => {
    const found = pending.get(id);
    if (!found)
      throw new PurserError(
        'NOT_FOUND',
        'This request is no longer waiting: it was answered, gave up or timed out. See `purser approvals`.',
      );
    return found;
  };

  return {
    mayAsk: (subKeyId) =>
      [...pending.values()].filter(({ question }) => question.subKeyId === subKeyId).length < MOST_QUESTIONS,
    ask({ account, ...asked }) {
      const id = approvalIdSchema.parse(newId(random, 'apr', 8));
      const at = clock.now();
      const question: Question & ApprovalView = {
        ...asked,
        account,
        ...(account && { cap: capFact(account, asked.agent) }),
        id,
        at,
        expiresAt: at + patienceMs,
        raiseBy: account ? raiseFor(account, asked.needed) : ZERO,
      };
      let resolve: (answer: ApprovalAnswer | 'nobody') => void = () => undefined;
      const answered = new Promise<ApprovalAnswer | 'nobody'>((settle) => (resolve = settle));
      const remove = (): void => {
        clearTimeout(timer);
        if (pending.delete(id)) changed();
      };
      const timer = setTimeout(() => find(id).end('nobody'), patienceMs);
      timer.unref();
      pending.set(id, {
        question,
        end(answer) {
          remove();
          note('approval-answered', question, answer);
          resolve(answer);
        },
      });
      note('approval-asked', question);
      notices.add({
        at,
        kind: 'approval-asked',
        agentId: asked.agentId,
        text: asked.call
          ? asked.reason
          : `${asked.agent} asks for ${quotedName(asked.model)}, which could ` +
            `cost ${formatUsd(asked.needed)}. ${asked.reason}`,
      });
      return { answered, withdraw: remove };
    },
    waiting: () => [...pending.values()].map(({ question: { account: _account, ...view } }) => view),
    find: (id) => find(id).question,
    answer: (id, answer) => find(id).end(answer),
  };
}

/** The amount of the cap again, or more if the request needs more to fit. */
function raiseFor({ cap, allowed, spent, reserved }: CapAccount, needed: Nanodollars): Nanodollars {
  const missing = spent + reserved + needed - allowed;
  return nanodollarsOf(Math.max(cap.amount, missing));
}
