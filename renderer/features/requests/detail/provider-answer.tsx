import type { ReactNode } from 'react';
import type { RequestDetail } from '../../../../shared/contract/usage-views.ts';
import { say } from '../../../strings/say.ts';
import { plainText } from '../../../state/words/plain-text.ts';

/** What the provider said when it failed. */
export function ProviderAnswer({ detail: { request, answered } }: { readonly detail: RequestDetail }): ReactNode {
  if (request.outcome !== 'provider-error') return null;
  const { answerTitle, answer, noAnswer } = say.requests;
  return (
    <>
      <h2>{answerTitle}</h2>
      <p className="detail-said">
        {answered === null ? noAnswer(request.status) : answer(request.status, plainText(say.told(answered)))}
      </p>
    </>
  );
}
