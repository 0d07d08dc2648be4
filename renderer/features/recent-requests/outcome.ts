import type { RequestView } from '../../../shared/contract/views.ts';
import { say } from '../../strings/say.ts';

/** How a request ended, in words. `tone` says whether anybody needs to look at it. */
export interface OutcomeText {
  readonly text: string;
  readonly tone: 'quiet' | 'soft' | 'warn' | 'danger';
  readonly why: string;
}

/** The words for a request's outcome; a served request with a lowered limit says that too. */
export function outcomeText({ outcome, status, loweredOutput }: RequestView): OutcomeText {
  const words = say.recentRequests;
  switch (outcome) {
    case 'served':
      return loweredOutput ? { ...words.servedShorter, tone: 'soft' } : { ...words.served, tone: 'quiet' };
    case 'cut':
      return { ...words.cut, tone: 'warn' };
    case 'client-gone':
      return { ...words.clientGone, tone: 'soft' };
    case 'provider-error':
      return { ...words.providerError, ...(status === null ? {} : { text: words.providerStatus(status) }), tone: 'danger' };
    case 'crashed':
      return { ...words.crashed, tone: 'danger' };
  }
}
