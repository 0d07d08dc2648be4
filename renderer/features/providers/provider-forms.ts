import { PROVIDER_RECORDS } from '../../../shared/providers/provider-records.ts';
import type { ProviderKind } from '../../../shared/providers/provider-records.ts';
import { say } from '../../strings/say.ts';

/** What stands in the empty field of a key: `sk-…`. */
export function keyExample(kind: ProviderKind): string {
  const prefix = PROVIDER_RECORDS[kind].keyPrefixes?.[0];
  return prefix === undefined ? (say.providers.keyForms[kind] ?? '') : `${prefix}…`;
}

/** What stands in the empty field of an address. */
export function baseUrlExample(kind: ProviderKind): string {
  const { defaultBaseUrl, baseUrlExample: example } = PROVIDER_RECORDS[kind];
  return defaultBaseUrl ?? example ?? '';
}

/** Everybody has an address of their own: there is none to fall back to. */
export function wantsAddress(kind: ProviderKind): boolean {
  return PROVIDER_RECORDS[kind].defaultBaseUrl === undefined;
}

/** Nothing can be added without a key of its own: no server of one's own, and no login of this machine to use. */
export function needsKey(kind: ProviderKind): boolean {
  const { keyless, machineLogin } = PROVIDER_RECORDS[kind];
  return !keyless && !machineLogin;
}
