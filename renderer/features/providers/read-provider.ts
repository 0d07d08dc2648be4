import type { GatewayClient } from '../../../shared/contract/contract.ts';
import { PROVIDER_RECORDS } from '../../../shared/providers/provider-records.ts';
import type { ProviderKind } from '../../../shared/providers/provider-records.ts';
import { providerNameSchema } from '../../../shared/ids.ts';
import { say } from '../../strings/say.ts';
import { wantsAddress } from './provider-forms.ts';
import { providerName } from './provider-names.ts';

/** The form as typed. */
export interface ProviderTexts {
  readonly kind: ProviderKind;
  readonly key: string;
  readonly name: string;
  readonly baseUrl: string;
}

/** What `providers.add` takes. */
export type NewProvider = Parameters<GatewayClient['providers']['add']>[0];

type ProviderRead = { readonly provider: NewProvider } | { readonly problem: string };

/** Reads the form. Only the key is needed, and an address where everybody has their own. */
export function readProvider({ kind, key, name, baseUrl }: ProviderTexts): ProviderRead {
  const { keyless } = PROVIDER_RECORDS[kind];
  const [plainKey, plainName, plainUrl] = [key.trim(), name.trim(), baseUrl.trim()];
  if (plainKey === '' && !keyless) return { problem: say.providers.noKey };
  if (plainUrl === '' && wantsAddress(kind)) return { problem: say.providers.noAddress(providerName(kind)) };
  if (plainUrl !== '' && !URL.canParse(plainUrl)) return { problem: say.providers.noUrl };
  const checked = plainName === '' ? undefined : providerNameSchema.safeParse(plainName);
  if (checked?.success === false) return { problem: checked.error.issues.map(({ message }) => message).join(' ') };
  return {
    provider: {
      kind,
      ...(plainKey !== '' && { key: plainKey }),
      ...(checked && { name: checked.data }),
      ...(plainUrl !== '' && { baseUrl: plainUrl }),
    },
  };
}
