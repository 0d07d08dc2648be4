import type { Target } from '../forward/forward.ts';

/**
 * The name that frameworks use for the field that changes the method of a POST. Source: Rails, Laravel, Symfony,
 * Express `method-override`; 2026-11-30.
 */
const FIELD = '_method';
/** Matches it as the name of a field in a form, a JSON object or a multipart body. */
const IN_BODY = /(?:^|&)_method=|"_method"\s{0,9}:|name="?_method"?/;

/**
 * Checks whether a call names another method than the one that its policy was asked about. Many servers take one from a
 * field of the query or of a form. (Some take it from headers, too: those are not passed on.)
 */
export function overridesMethod({ method, url }: Pick<Target, 'method' | 'url'>, body: Buffer): boolean {
  if (url.searchParams.has(FIELD)) return true;
  return method === 'POST' && body.includes(FIELD) && IN_BODY.test(body.toString('latin1'));
}
