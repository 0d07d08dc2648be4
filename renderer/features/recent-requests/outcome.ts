import type { RequestView } from '../../../shared/contract/views.ts';

/** How a request ended, in words. `tone` says whether anybody needs to look at it. */
export interface OutcomeText {
  readonly text: string;
  readonly tone: 'quiet' | 'soft' | 'warn' | 'danger';
  readonly why: string;
}

/** The words for a request's outcome; a served request with a lowered limit says that too. */
export function outcomeText({ outcome, status, loweredOutput }: RequestView): OutcomeText {
  switch (outcome) {
    case 'served':
      return loweredOutput
        ? { text: 'Served, limit lowered', tone: 'soft', why: 'Purser lowered the length of the reply to what the cap could pay.' }
        : { text: 'Served', tone: 'quiet', why: 'The whole reply arrived.' };
    case 'cut':
      return { text: 'Cut', tone: 'warn', why: 'Purser ended this request: cap reached, paused or revoked.' };
    case 'client-gone':
      return { text: 'Left early', tone: 'soft', why: 'The tool went away before the reply ended.' };
    case 'provider-error':
      return { text: status === null ? 'Provider error' : `Provider error ${status}`, tone: 'danger', why: 'The provider failed or refused.' };
    case 'crashed':
      return { text: 'Crashed', tone: 'danger', why: 'Purser was stopped while this request ran.' };
  }
}
