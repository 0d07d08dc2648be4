import { PROVIDER_RECORDS } from './provider-records.ts';
import type { ProviderKind } from './provider-records.ts';

/** The names of regions, as clouds write them: `eu-west-1`, `europe-west4`, `global`. */
const REGION = /^[a-z]+(?:-[a-z]+)*(?:-?\d{1,2})?$/;

/** The base URL of a provider in a region. @returns undefined where it has none of its own there, or for no region */
export function regionAddress(kind: ProviderKind, region: string): string | undefined {
  const { regionUrl, regionUrls = {}, defaultBaseUrl } = PROVIDER_RECORDS[kind];
  if (regionUrl === undefined || !REGION.test(region)) return undefined;
  if (region === 'global') return kind === 'vertex' ? defaultBaseUrl : undefined;
  return regionUrls[region] ?? regionUrl.replace('REGION', region);
}
