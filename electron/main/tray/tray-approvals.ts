import { answersTo } from '../../../shared/contract/approval-views.ts';
import type { ApprovalAnswer, ApprovalView, WaitingCall } from '../../../shared/contract/approval-views.ts';
import { clippedName, quotedName } from '../../../shared/visible-text.ts';
import { button, SEPARATOR, shorten, text } from './tray-items.ts';
import type { TrayItem } from './tray-items.ts';
import { words } from '../words/words.ts';

/** More would push the rest of the menu off a small screen. */
const MOST_APPROVALS = 3;
const LONGEST_LINE = 90;
/** Together with our words around them a line: the amount behind the names is never cut off. */
const LONGEST_AGENT = 32;
const LONGEST_MODEL = 32;

/** Requests that wait for a person, each with its answers; they are in the way of work, so they come first. */
export function approvalItems(approvals: readonly ApprovalView[]): readonly TrayItem[] {
  const hidden = approvals.length - MOST_APPROVALS;
  return [
    ...approvals.slice(0, MOST_APPROVALS).flatMap(approval),
    ...(hidden > 0
      ? [button(words.approvals.more(hidden), { kind: 'open-dashboard', route: { page: 'overview' } }), SEPARATOR]
      : []),
  ];
}

function approval(asked: ApprovalView): readonly TrayItem[] {
  const { agent, model, needed, reason, call } = asked;
  const [who, what] = [clippedName(agent, LONGEST_AGENT), quotedName(model, LONGEST_MODEL)];
  return [
    text(call ? words.approvals.asksToCall(who, what) : words.approvals.asks(who, what, needed)),
    text(shorten(call ? whyAsked(call) : reason, LONGEST_LINE)),
    ...answersTo(asked).map((answer) => answerItem(answer, asked)),
    SEPARATOR,
  ];
}

/** Its arguments have no room in a menu: the dashboard shows them. */
function whyAsked({ mayDestroy }: WaitingCall): string {
  return mayDestroy ? words.approvals.mayDestroy : words.approvals.policySays;
}

/** The amount of a raise is part of the click: what is done is what was read. */
function answerItem(answer: ApprovalAnswer, { id, raiseBy }: ApprovalView): TrayItem {
  const { approvals } = words;
  if (answer === 'raise-today')
    return button(approvals.raise(raiseBy), { kind: 'answer-approval', id, answer, raiseBy });
  const texts = { 'allow-once': approvals.allowOnce, 'allow-always': approvals.allowAlways, deny: approvals.deny };
  return button(texts[answer], { kind: 'answer-approval', id, answer });
}
