import type { GatewayClient } from '../../../shared/contract/contract.ts';
import type { ProviderKind } from '../../../shared/contract/views.ts';
import { providerNameSchema } from '../../../shared/ids.ts';
import { say } from '../../strings/say.ts';
import { PROVIDER_FORMS } from './provider-forms.ts';
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
  const { keyless, ownAddress } = PROVIDER_FORMS[kind];
  const [plainKey, plainName, plainUrl] = [key.trim(), name.trim(), baseUrl.trim()];
  if (plainKey === '' && !keyless) return { problem: say.providers.noKey };
  if (plainUrl === '' && ownAddress) return { problem: say.providers.noAddress(providerName(kind)) };
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
