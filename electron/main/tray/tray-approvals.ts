import type { ApprovalView } from '../../../shared/contract/approval-views.ts';
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

/** Requests that wait for a person, each with its three answers; they are in the way of work, so they come first. */
export function approvalItems(approvals: readonly ApprovalView[]): readonly TrayItem[] {
  const hidden = approvals.length - MOST_APPROVALS;
  return [
    ...approvals.slice(0, MOST_APPROVALS).flatMap(approval),
    ...(hidden > 0
      ? [button(words.approvals.more(hidden), { kind: 'open-dashboard', route: { page: 'overview' } }), SEPARATOR]
      : []),
  ];
}

/** The amount of a raise is part of the click: what is done is what was read. */
function approval({ id, agent, model, needed, reason, raiseBy }: ApprovalView): readonly TrayItem[] {
  return [
    text(words.approvals.asks(clippedName(agent, LONGEST_AGENT), quotedName(model, LONGEST_MODEL), needed)),
    text(shorten(reason, LONGEST_LINE)),
    button(words.approvals.allowOnce, { kind: 'answer-approval', id, answer: 'allow-once' }),
    button(words.approvals.raise(raiseBy), { kind: 'answer-approval', id, answer: 'raise-today', raiseBy }),
    button(words.approvals.deny, { kind: 'answer-approval', id, answer: 'deny' }),
    SEPARATOR,
  ];
}
