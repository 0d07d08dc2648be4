import type { Ask } from '../dialects/dialect.ts';
import { PROVIDERS } from '../providers/providers.ts';
import type { ReserveRequest } from '../proxy/reserve/reserve-request.ts';
import type { TryDeps } from '../proxy/reserve/try-reserve.ts';
import { chatAsk, OPENAI } from './open-money-path.ts';
import type { MoneyPath } from './open-money-path.ts';

/** A plain chat request to gpt-4o that asks for money: 1,000 tokens of input at most and 1,000 of output. */
export function reserveRequest(
  { key }: Pick<MoneyPath, 'key'>,
  ask: Partial<Ask> = {},
  more: Partial<Omit<ReserveRequest, 'ask'>> = {},
): ReserveRequest {
  return {
    key,
    provider: OPENAI,
    spec: PROVIDERS.openai,
    ask: { ...chatAsk({ stream: false }), inputBound: 1_000, outputLimit: 1_000, ...ask },
    body: {},
    endpoint: 'chat/completions',
    session: null,
    largeContext: false,
    keepPatient: () => () => undefined,
    stopped: new AbortController().signal,
    ...more,
  };
}

/** What tries to hold money need, from real parts; nobody hears what is told. */
export function tryDepsOf(path: MoneyPath): TryDeps {
  const watch = {
    sent: () => Promise.resolve(),
    refused: () => undefined,
    told: () => undefined,
    learned: () => undefined,
  };
  return { ...path, watch };
}
