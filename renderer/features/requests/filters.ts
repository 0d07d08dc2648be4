import { CERTAINTIES, OUTCOMES } from '../../../shared/contract/views.ts';
import type { RequestView } from '../../../shared/contract/views.ts';
import { agentIdSchema } from '../../../shared/ids.ts';
import type { Search } from './pager.ts';

/** The filters of the list; empty means anything. */
export interface RequestFilters {
  readonly text: string;
  readonly agent: string;
  readonly provider: string;
  readonly model: string;
  readonly outcome: string;
  readonly certainty: string;
  /** A tool's own id of a conversation. */
  readonly session: string;
}

export const NO_FILTERS: RequestFilters = {
  text: '',
  agent: '',
  provider: '',
  model: '',
  outcome: '',
  certainty: '',
  session: '',
};

/** The filters that an address begins with. */
export function filtersOf(params: Readonly<Record<string, string>>): RequestFilters {
  const { text = '', agent = '', provider = '', model = '', outcome = '', certainty = '', session = '' } = params;
  return { text, agent, provider, model, outcome, certainty, session };
}

/** The filters as an address has them: only those that are set. */
export function addressOf(filters: RequestFilters): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ''));
}

/** The same for the gateway. What it does not know is left out, so that an old address finds something. */
export function searchOf(filters: RequestFilters): Search {
  const { text, provider, model, session } = filters;
  const agentId = agentIdSchema.safeParse(filters.agent).data;
  const outcome = OUTCOMES.find((one) => one === filters.outcome);
  const certainty = CERTAINTIES.find((one) => one === filters.certainty);
  return {
    ...(text.trim() !== '' && { text: text.trim() }),
    ...(agentId !== undefined && { agentId }),
    ...(provider !== '' && { provider }),
    ...(model !== '' && { model }),
    ...(session !== '' && { session }),
    ...(outcome !== undefined && { outcome }),
    ...(certainty !== undefined && { certainty }),
  };
}

/** Would the gateway find this request? For those that settle while the page is open. */
export function matches(request: RequestView, search: Search): boolean {
  const { agentId, provider, model, outcome, certainty, session, text = '' } = search;
  const part = text.toLowerCase();
  const same = <T>(wanted: T | undefined, is: T): boolean => wanted === undefined || wanted === is;
  return (
    same(agentId, request.agentId) &&
    same(provider, request.provider) &&
    same(model, request.model) &&
    same(outcome, request.outcome) &&
    same(certainty, request.certainty) &&
    same(session, request.session) &&
    (part === '' ||
      request.id === text ||
      [request.agent, request.model, request.provider].some((name) => name.toLowerCase().includes(part)))
  );
}
