import type { RequestView } from '../../../shared/contract/views.ts';

type Requests = readonly RequestView[];

/** Requests as they were read, with what a person has set since then. */
export function withCorrections(requests: Requests, corrected: Requests): Requests {
  if (corrected.length === 0) return requests;
  const byId = new Map(corrected.map((request) => [request.id, request]));
  return requests.map((request) => byId.get(request.id) ?? request);
}
