import type { ReactNode } from 'react';
import type { RefusalView } from '../../../../shared/contract/refusal-views.ts';
import type { SubKeyView } from '../../../../shared/contract/views.ts';
import { exactMoment } from '../../../state/time-and-money/format.ts';
import { say } from '../../../strings/say.ts';
import { Icon } from '../../../ui/icon.tsx';
import { WithCode } from '../../../ui/with-code.tsx';
import { isToolCall } from '../../../state/words/tool-call.ts';
import { plainText } from '../../../state/words/plain-text.ts';
import { refusalSentence } from '../../../state/words/refusal-sentence.ts';
import { ruleName } from '../refused-text.ts';
import { Fact } from './fact.tsx';
import { SessionFact, SubKeyFacts } from './who-facts.tsx';

interface RefusalDetailPanelProps {
  readonly refusal: RefusalView;
  readonly subKey: SubKeyView | undefined;
  readonly timeZone: string;
  onClose(): void;
}

/** One refused request: the sentence its tool got, the rule behind it, who asked for what, and how often. */
export function RefusalDetailPanel({ refusal, subKey, timeZone, onClose }: RefusalDetailPanelProps): ReactNode {
  const { facts, way, refusedHead, refusedCost, toolNotCalled, ruleWithCode, nobody, noModel, nowhere, times, isTold } =
    say.requests;
  const { id, rule, status, agent, model, provider, endpoint, session, firstAt, lastAt, count } = refusal;
  const isTool = isToolCall(refusal);
  return (
    <aside className="detail" aria-label={say.requests.opened}>
      <header className="detail-head">
        <div>
          <p className="detail-cost">{refusedHead}</p>
          <p className="faint">{isTool ? toolNotCalled : refusedCost}</p>
        </div>
        <button type="button" className="icon-button" aria-label={say.requests.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <h2>{isTold}</h2>
      <p className="detail-said">
        <WithCode text={refusalSentence(refusal, timeZone)} />
      </p>
      <dl className="facts">
        <Fact name={facts.rule}>{ruleWithCode(ruleName(rule), rule)}</Fact>
        <Fact name={facts.status}>{String(status)}</Fact>
        <Fact name={facts.agent}>{agent === null ? nobody : plainText(agent)}</Fact>
        <SubKeyFacts subKey={subKey} />
        <Fact name={isTool ? facts.tool : facts.model}>{model === '' ? noModel : plainText(model)}</Fact>
        <Fact name={isTool ? facts.server : facts.provider}>
          {provider === '' ? nowhere : way([plainText(provider), ...(endpoint === '' ? [] : [plainText(endpoint)])])}
        </Fact>
        <Fact name={facts.asked}>{times(count)}</Fact>
        {count > 1 && <Fact name={facts.first}>{exactMoment(firstAt, timeZone)}</Fact>}
        <Fact name={count > 1 ? facts.last : facts.when}>{exactMoment(lastAt, timeZone)}</Fact>
        <SessionFact session={session} />
        <Fact name={facts.request}>
          <span className="fact-id">{id}</span>
        </Fact>
      </dl>
    </aside>
  );
}
