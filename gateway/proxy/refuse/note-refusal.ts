import type { IncomingMessage } from 'node:http';
import { statusFor } from '../../dialects/refusal-status.ts';
import type { SubKeyRecord } from '../../ledger/records.ts';
import type { Destination } from '../arrive/locate.ts';
import { repositoryBehind } from '../caller/attribute.ts';
import { sessionOf } from '../caller/session.ts';
import type { ProxyDeps } from '../proxy-deps.ts';
import type { Refusal } from './refusal.ts';

/** The origin of a refused request, as known by then. */
export interface Refused {
  readonly request: Pick<IncomingMessage, 'headers' | 'socket'>;
  /** Left out at the door. */
  readonly destination?: Pick<Destination, 'providerName' | 'found'> | undefined;
  readonly key?: SubKeyRecord | undefined;
  readonly model?: string | undefined;
}

/** A refusal; `status` is left out where its kind and the client decide it. */
export interface NotedRefusal extends Pick<Refusal, 'kind' | 'code' | 'message' | 'about'> {
  readonly status?: number;
}

/** The parts of the gateway that a refusal is told to. */
export type NoteDeps = Pick<ProxyDeps, 'refusals' | 'refused' | 'directory' | 'attribution'>;

/** Records a refusal and lists it, whether it came over HTTP or a WebSocket. */
export function noteRefusal(
  deps: NoteDeps,
  { kind, code, message, about, status }: NotedRefusal,
  { request, destination, key, model }: Refused,
): void {
  const refused = {
    rule: code,
    message,
    about,
    provider: destination?.providerName ?? '',
    model,
    agentId: key?.agentId,
    subKeyId: key?.id,
  };
  deps.refusals.note(refused);
  deps.refused.note({
    ...refused,
    endpoint: destination?.found?.endpoint.path,
    session: sessionOf(request.headers, {}),
    project: key ? repositoryBehind(deps, key, request.socket) : null,
    status: status ?? statusFor(kind, request.headers),
  });
}
