import type { GatewayClient } from '../../../shared/contract/contract.ts';
import type { ProviderKind } from '../../../shared/providers/provider-records.ts';
import { regionAddress } from '../../../shared/providers/region-address.ts';
import { providerNameSchema } from '../../../shared/ids.ts';
import { say } from '../../strings/say.ts';
import { needsKey, wantsAddress } from './provider-forms.ts';
import { providerName } from './provider-names.ts';

/** The form as typed. */
export interface ProviderTexts {
  readonly kind: ProviderKind;
  readonly key: string;
  readonly name: string;
  readonly baseUrl: string;
  /** Of a cloud; left out or empty: the usual one. */
  readonly region?: string;
}

/** What `providers.add` takes. */
export type NewProvider = Parameters<GatewayClient['providers']['add']>[0];

type ProviderRead = { readonly provider: NewProvider } | { readonly problem: string };

/** Reads the form. Only the key is needed, and an address where everybody has their own. */
export function readProvider({ kind, key, name, baseUrl, region = '' }: ProviderTexts): ProviderRead {
  const [plainKey, plainName] = [key.trim(), name.trim()];
  if (plainKey === '' && needsKey(kind)) return { problem: say.providers.noKey };
  const address = readAddress(kind, baseUrl.trim(), region.trim());
  if ('problem' in address) return address;
  const checked = plainName === '' ? undefined : providerNameSchema.safeParse(plainName);
  if (checked?.success === false) return { problem: checked.error.issues.map(({ message }) => message).join(' ') };
  return {
    provider: { kind, ...(plainKey !== '' && { key: plainKey }), ...(checked && { name: checked.data }), ...address },
  };
}

/** The address as typed, else that of the region. */
function readAddress(
  kind: ProviderKind,
  typed: string,
  region: string,
): Pick<NewProvider, 'baseUrl'> | { readonly problem: string } {
  const inRegion = region === '' ? '' : regionAddress(kind, region);
  if (inRegion === undefined) return { problem: say.providers.noRegion(region) };
  const url = typed === '' ? inRegion : typed;
  if (url === '') return wantsAddress(kind) ? { problem: say.providers.noAddress(providerName(kind)) } : {};
  return URL.canParse(url) ? { baseUrl: url } : { problem: say.providers.noUrl };
}
