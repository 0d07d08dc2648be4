import type { GatewayClient } from '../../../shared/contract/contract.ts';
import { readKeyReference } from '../../../shared/key-source/key-reference.ts';
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
  /** Where a secret manager has the key; left out or empty: it is the one above. */
  readonly reference?: string;
}

/** What `providers.add` takes. */
export type NewProvider = Parameters<GatewayClient['providers']['add']>[0];

type ProviderRead = { readonly provider: NewProvider } | { readonly problem: string };

/** Reads the form. Only the key is needed, and an address where everybody has their own. */
export function readProvider({ kind, key, name, baseUrl, region = '', reference = '' }: ProviderTexts): ProviderRead {
  const plainName = name.trim();
  const found = readKey(kind, key.trim(), reference.trim());
  if ('problem' in found) return found;
  const address = readAddress(kind, baseUrl.trim(), region.trim());
  if ('problem' in address) return address;
  const checked = plainName === '' ? undefined : providerNameSchema.safeParse(plainName);
  if (checked?.success === false) return { problem: checked.error.issues.map(({ message }) => message).join(' ') };
  return {
    provider: { kind, ...found, ...(checked && { name: checked.data }), ...address },
  };
}

/** The key as it was pasted, or where a secret manager has it. */
function readKey(
  kind: ProviderKind,
  key: string,
  reference: string,
): Pick<NewProvider, 'key' | 'keyFrom'> | { readonly problem: string } {
  if (reference === '')
    return key === '' && needsKey(kind) ? { problem: say.providers.noKey } : key === '' ? {} : { key };
  if (key !== '') return { problem: say.providers.keyAndReference };
  const read = readKeyReference(reference);
  return 'problem' in read ? read : { keyFrom: { reference } };
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
