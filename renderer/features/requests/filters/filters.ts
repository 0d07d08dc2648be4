import { LISTED_OUTCOMES } from '../../../../shared/contract/usage-views.ts';
import { CERTAINTIES } from '../../../../shared/contract/views.ts';
import { agentIdSchema, subKeyIdSchema } from '../../../../shared/ids.ts';
import { isRefused } from '../listed.ts';
import type { Listed } from '../listed.ts';
import type { Search } from '../pager.ts';
import type { Span } from '../../../state/time-and-money/time-range.ts';

/** The filters of the list; empty means anything. */
export interface RequestFilters {
  readonly text: string;
  /** A range of time, or `custom`: then `from` and `to` are two moments in local time. */
  readonly when: string;
  readonly from: string;
  readonly to: string;
  readonly agent: string;
  /** A sub-key, by its id. */
  readonly key: string;
  /** The path of a folder. */
  readonly project: string;
  readonly provider: string;
  readonly model: string;
  readonly outcome: string;
  readonly certainty: string;
  /** A tool's own id of a conversation. */
  readonly session: string;
}

export const NO_FILTERS: RequestFilters = {
  text: '',
  when: '',
  from: '',
  to: '',
  agent: '',
  key: '',
  project: '',
  provider: '',
  model: '',
  outcome: '',
  certainty: '',
  session: '',
};

/** The filters that an address has. */
export function filtersOf(params: Readonly<Record<string, string>>): RequestFilters {
  const set = Object.entries(params).filter(([name]) => Object.hasOwn(NO_FILTERS, name));
  return { ...NO_FILTERS, ...Object.fromEntries(set) };
}

/** The filters as an address has them: only those that are set. */
export function addressOf(filters: RequestFilters): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ''));
}

/** The same for the gateway. What it does not know is left out, so that an old address finds something. */
export function searchOf(filters: RequestFilters, span: Span = {}): Search {
  const { text, provider, model, session, project } = filters;
  const agentId = agentIdSchema.safeParse(filters.agent).data;
  const subKeyId = subKeyIdSchema.safeParse(filters.key).data;
  const outcome = LISTED_OUTCOMES.find((one) => one === filters.outcome);
  const certainty = CERTAINTIES.find((one) => one === filters.certainty);
  return {
    ...(text.trim() !== '' && { text: text.trim() }),
    ...span,
    ...(agentId !== undefined && { agentId }),
    ...(subKeyId !== undefined && { subKeyId }),
    ...(project !== '' && { project }),
    ...(provider !== '' && { provider }),
    ...(model !== '' && { model }),
    ...(session !== '' && { session }),
    ...(outcome !== undefined && { outcome }),
    ...(certainty !== undefined && { certainty }),
  };
}

/**
 * Would the gateway find this request? For those that end while the page is open.
 * @param projectOf the folder of a sub-key, if it is for one
 */
export function matches(
  listed: Listed,
  search: Search,
  projectOf: (subKeyId: string) => string | null = () => null,
): boolean {
  const { certainty, text = '', to } = search;
  return (
    // It ends now: in every stretch of time that has not ended.
    (to === undefined || Date.now() < to) &&
    isAbout(listed, search, projectOf) &&
    (certainty === undefined || (!isRefused(listed) && certainty === listed.certainty)) &&
    isNamed(listed, text)
  );
}

function isAbout(listed: Listed, search: Search, projectOf: (subKeyId: string) => string | null): boolean {
  const project = listed.subKeyId === null ? null : projectOf(listed.subKeyId);
  const is = { ...listed, project };
  const names = ['agentId', 'subKeyId', 'project', 'provider', 'model', 'outcome', 'session'] as const;
  return names.every((name) => search[name] === undefined || search[name] === is[name]);
}

function isNamed({ id, agent, model, provider }: Listed, text: string): boolean {
  const part = text.toLowerCase();
  return id === text || [agent ?? '', model, provider].some((name) => name.toLowerCase().includes(part));
}
