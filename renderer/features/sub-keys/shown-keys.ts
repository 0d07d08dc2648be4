import type { SubKeyView } from '../../../shared/contract/views.ts';

export const SHOWS = ['live', 'ended', 'all'] as const;
export const SORTS = ['used', 'spent', 'created', 'agent'] as const;

/** Which sub-keys are listed, and in what order. */
export interface KeyChoice {
  readonly show: (typeof SHOWS)[number];
  readonly sort: (typeof SORTS)[number];
  readonly text: string;
}

/** The sub-keys that are meant, in order. Of those that are alike the newest comes first. */
export function shownKeys(keys: readonly SubKeyView[], { show, sort, text }: KeyChoice): readonly SubKeyView[] {
  const wanted = text.trim().toLowerCase();
  return keys
    .filter(
      (key) =>
        (show === 'all' || (show === 'ended') === (key.ended !== null)) &&
        [key.agent, key.name ?? '', key.hint, key.id, key.project ?? ''].some((part) =>
          part.toLowerCase().includes(wanted),
        ),
    )
    .toSorted((left, right) => ORDERS[sort](left, right) || right.createdAt - left.createdAt);
}

const ORDERS: Readonly<Record<KeyChoice['sort'], (left: SubKeyView, right: SubKeyView) => number>> = {
  used: (left, right) => (right.lastUsedAt ?? 0) - (left.lastUsedAt ?? 0),
  spent: (left, right) => right.spent - left.spent,
  created: () => 0,
  agent: (left, right) => left.agent.localeCompare(right.agent),
};
