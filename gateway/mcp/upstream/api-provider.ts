import { PurserError } from '../../../shared/errors.ts';
import type { HttpOptions } from '../../../shared/contract/http-views.ts';
import type { ProviderName } from '../../../shared/ids.ts';
import type { ProviderBook } from '../../accounts/provider-book.ts';

/** The HTTP API behind tools: a provider of the person's, with its key. */
export interface ApiProvider {
  readonly baseUrl: string;
  readonly http: HttpOptions;
  /** Undefined where the secret store has none. */
  readonly secret: string | undefined;
}

/** Finds it. @throws PurserError `NOT_FOUND` where it is gone */
export async function apiProvider(
  providers: Pick<ProviderBook, 'find' | 'secretOf'>,
  name: ProviderName,
): Promise<ApiProvider> {
  const record = providers.find(name);
  if (!record?.http) throw new PurserError('NOT_FOUND', `The provider ${name} was removed, and its API with it.`);
  return { baseUrl: record.baseUrl, http: record.http, secret: await providers.secretOf(name) };
}
