/**
 * A service tier as requests and replies name it: `priority`, or as the protocol buffer has it,
 * `SERVICE_TIER_PRIORITY`.
 * @returns undefined for none and for the ordinary one
 */
export function readTier(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  // Enumerations may also come as numbers; only Google knows what these mean, so they have no price.
  const name = (typeof value === 'string' ? value : 'numbered').toLowerCase().replace(/^service_tier_/, '');
  return name === 'unspecified' || name === 'standard' ? undefined : name;
}
