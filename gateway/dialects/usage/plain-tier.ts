/** A tier as a client may ask for it. Other names are Purser's own: nobody can have their price by asking for it. */
export function plainTier(tier: string): string {
  return /^[\w+.-]+$/.test(tier) ? tier : 'unknown';
}
