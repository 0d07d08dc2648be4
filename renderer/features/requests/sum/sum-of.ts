import type { GatewayClient } from '../../../../shared/contract/contract.ts';
import type { RequestSum } from '../../../../shared/contract/usage-views.ts';
import { addMoney } from '../../../../shared/money.ts';
import type { Session } from '../../../state/live/session.ts';
import type { Search } from '../pager.ts';

/** What was found adds up to, as far as it was looked through. */
export type Sum = Omit<RequestSum, 'next'> & {
  /** False while there is more to add. */
  readonly isWhole: boolean;
};

/**
 * Adds up what a search finds, part by part.
 * @param show called with each sum so far
 * @param goesOn false when nobody looks any more
 */
export async function sumOf(
  call: Session['call'],
  search: Search,
  show: (sum: Sum) => void,
  goesOn: () => boolean,
): Promise<void> {
  const ask = (cursor: string | null): ReturnType<GatewayClient['usage']['sum']> =>
    call((gateway) => gateway.usage.sum({ ...search, ...(cursor !== null && { cursor }) }));
  let sum: Sum | undefined;
  let next: string | null = null;
  do {
    // oxlint-disable-next-line no-await-in-loop -- a part begins where the one before ended
    const part = await ask(next);
    ({ next } = part);
    sum = { ...(sum === undefined ? withoutNext(part) : added(sum, part)), isWhole: next === null };
    if (!goesOn()) return;
    show(sum);
  } while (next !== null);
}

function withoutNext({ next: _next, ...part }: RequestSum): Omit<RequestSum, 'next'> {
  return part;
}

function added(sum: Sum, part: RequestSum): Omit<RequestSum, 'next'> {
  return {
    requests: sum.requests + part.requests,
    refused: sum.refused + part.refused,
    cost: addMoney(sum.cost, part.cost),
    inputTokens: sum.inputTokens + part.inputTokens,
    outputTokens: sum.outputTokens + part.outputTokens,
  };
}
