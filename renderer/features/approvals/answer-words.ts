import type { ApprovalAnswer, ApprovalView } from '../../../shared/contract/approval-views.ts';
import { quotedName } from '../../../shared/visible-text.ts';
import { moneyText } from '../../state/time-and-money/money-text.ts';
import { say } from '../../strings/say.ts';

/** What an answer is called on its button, and for those who hear a list of buttons. */
export function answerWords(
  answer: ApprovalAnswer,
  { agent, model, call, raiseBy }: ApprovalView,
): { readonly text: string; readonly label: string } {
  const words = say.approvals;
  const tool = quotedName(model);
  switch (answer) {
    case 'deny':
      return { text: words.deny, label: call ? words.denyCall(agent, tool) : words.denyAgent(agent) };
    case 'raise-today':
      return { text: words.raise(moneyText(raiseBy)), label: words.raiseAgent(agent, moneyText(raiseBy)) };
    case 'allow-always':
      return { text: words.always, label: words.alwaysCall(agent, tool) };
    case 'allow-once':
      return { text: words.allow, label: call ? words.allowCall(agent, tool) : words.allowAgent(agent) };
  }
}
