import type { RequestView } from '../../../shared/contract/views.ts';
import type { Listed } from './listed.ts';

/** Requests as they were read, with what a person has set since then. */
export function withCorrections<Row extends Listed>(
  requests: readonly Row[],
  corrected: readonly RequestView[],
): readonly (Row | RequestView)[] {
  if (corrected.length === 0) return requests;
  const byId = new Map<string, RequestView>(corrected.map((request) => [request.id, request]));
  return requests.map((request) => byId.get(request.id) ?? request);
}
