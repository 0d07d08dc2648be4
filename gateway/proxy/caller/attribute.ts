import type { Socket } from 'node:net';
import type { ReservationRecord, SubKeyRecord } from '../../ledger/records.ts';
import type { ProxyDeps } from '../proxy-deps.ts';

/** The repository of a request's tool, if its sub-key is for no folder and an earlier request has shown it. */
export function repositoryBehind(
  { directory, attribution }: Pick<ProxyDeps, 'directory' | 'attribution'>,
  { id }: Pick<SubKeyRecord, 'id'>,
  socket: Socket,
): string | null {
  return directory.projectOf(id) === null ? (attribution.known(socket) ?? null) : null;
}

/** Assigns a request to the repository that its tool works in, if its sub-key is for no folder. */
export function attribute(
  { directory, attribution, madeIn }: Pick<ProxyDeps, 'directory' | 'attribution' | 'madeIn'>,
  { id, subKeyId, project = null }: Pick<ReservationRecord, 'id' | 'subKeyId' | 'project'>,
  socket: Socket,
): void {
  if (project === null && directory.projectOf(subKeyId) === null)
    attribution.look(socket, (repository) => madeIn(id, repository));
}
