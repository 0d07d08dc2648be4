import { PROVIDER_RECORDS } from '../../../shared/providers/provider-records.ts';
import type { ProviderKind } from '../../../shared/providers/provider-records.ts';
import { say } from '../../strings/say.ts';

/** What a kind of provider is called. A name is the same in every language; kinds without one have words instead. */
export function providerName(kind: ProviderKind): string {
  const words: Readonly<Partial<Record<ProviderKind, string>>> = say.providers.kinds;
  return words[kind] ?? PROVIDER_RECORDS[kind].title;
}
