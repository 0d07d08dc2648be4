import type { RequestView } from '../../../shared/contract/views.ts';
import { say } from '../../strings/say.ts';
import { isToolCall } from '../../state/words/tool-call.ts';
import { limitText } from './limit.ts';

/** The end of a request in words. `tone` says whether anybody needs to look at it. */
export interface OutcomeText {
  readonly text: string;
  readonly tone: 'quiet' | 'soft' | 'warn' | 'danger';
  readonly why: string;
}

/** The words for a request's outcome. A served one whose answer was limited says that too, loudly for want of money. */
export function outcomeText(request: RequestView): OutcomeText {
  const { outcome, status, loweredOutput } = request;
  const words = say.recentRequests;
  switch (outcome) {
    case 'served': {
      const limit = limitText(request);
      if (limit === undefined) return { ...words.served, tone: 'quiet' };
      const why = words.servedWithin(limit);
      if (!loweredOutput) return { text: words.served.text, why, tone: 'quiet' };
      return { text: words.servedShorter, why, tone: 'soft' };
    }
    case 'cut':
      return { ...words.cut, tone: 'warn' };
    case 'client-gone':
      return { ...words.clientGone, tone: 'soft' };
    case 'provider-error':
      if (isToolCall(request)) return { ...words.toolError, tone: 'danger' };
      return {
        ...words.providerError,
        ...(status === null ? {} : { text: words.providerStatus(status) }),
        tone: 'danger',
      };
    case 'crashed':
      return { ...words.crashed, tone: 'danger' };
  }
}
