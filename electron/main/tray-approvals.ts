import type { ApprovalView } from '../../shared/contract/approval-views.ts';
import { formatUsd } from '../../shared/money.ts';
import { button, SEPARATOR, shorten, text } from './tray-items.ts';
import type { TrayItem } from './tray-items.ts';

/** More would push the rest of the menu off a small screen. */
const MOST_APPROVALS = 3;
const LONGEST_LINE = 90;

/** Requests that wait for a person, each with its three answers; they are in the way of work, so they come first. */
export function approvalItems(approvals: readonly ApprovalView[]): readonly TrayItem[] {
  const hidden = approvals.length - MOST_APPROVALS;
  return [
    ...approvals.slice(0, MOST_APPROVALS).flatMap(approval),
    ...(hidden > 0 ? [button(`${hidden} more wait in the dashboard`, { kind: 'open-dashboard', place: { page: 'overview' } }), SEPARATOR] : []),
  ];
}

/** The amount of a raise is part of the click: what is done is what was read. */
function approval({ id, agent, model, needed, reason, raiseBy }: ApprovalView): readonly TrayItem[] {
  return [
    text(shorten(`${agent} asks: ${model}, up to ${formatUsd(needed)}`, LONGEST_LINE)),
    text(shorten(reason, LONGEST_LINE)),
    button('Allow once', { kind: 'answer-approval', id, answer: 'allow-once' }),
    button(`Raise for today by ${formatUsd(raiseBy)}`, { kind: 'answer-approval', id, answer: 'raise-today', raiseBy }),
    button('Deny', { kind: 'answer-approval', id, answer: 'deny' }),
    SEPARATOR,
  ];
}
