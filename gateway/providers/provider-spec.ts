import type { ProviderKind } from '../../shared/contract/views.ts';
import type { DialectId } from '../dialects/dialect.ts';

/** What a request path means at a provider. */
export interface Endpoint {
  /** After the provider's name and an optional `v1/`: `chat/completions`. */
  readonly path: string;
  readonly method: 'POST' | 'GET';
  readonly dialect: DialectId;
  /** Free calls (a model list) are passed through without a reservation. */
  readonly free: boolean;
}

/** Everything that differs between two kinds of provider, as data. */
export interface ProviderSpec {
  readonly kind: ProviderKind;
  readonly title: string;
  readonly defaultBaseUrl: string;
  /** The provider's id in the price library. */
  readonly priceId: string;
  /** What an SDK's base URL ends with, on the provider's side and on ours: `/v1` or nothing. */
  readonly sdkSuffix: '/v1' | '';
  readonly endpoints: readonly Endpoint[];
  /** The header that carries the real key. Never a URL: those end up in logs. */
  readonly keyHeader: (key: string) => readonly [name: string, value: string];
}
