import type { ProviderKind } from '../../shared/contract/views.ts';
import type { Endpoint, JsonObject } from '../dialects/dialect.ts';
import type { PriceSource } from '../domain/price.ts';

/** Everything that differs between two kinds of provider, as data. */
export interface ProviderSpec {
  readonly kind: ProviderKind;
  readonly title: string;
  /** As that provider's own SDK takes it; undefined where each customer has an address of their own. */
  readonly defaultBaseUrl: string | undefined;
  readonly prices: PriceSource;
  /** What an SDK's base URL ends with, on the provider's side and on ours: `/v1` or nothing. */
  readonly sdkSuffix: '/v1' | '';
  /** Versions that a path may name where the base URL holds none; the first is meant when it names none. */
  readonly versions: readonly string[];
  readonly endpoints: readonly Endpoint[];
  /** The header that carries the real key. Never a URL: those end up in logs. */
  readonly keyHeader: (key: string) => readonly [name: string, value: string];
  /** A server on this machine that may want no key. */
  readonly keyless?: boolean;
  /** Fields that every metered body must have, so that the provider says what it charges. */
  readonly bodyFields?: JsonObject;
}
