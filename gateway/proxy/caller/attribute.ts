import type { Socket } from 'node:net';
import type { ReservationRecord } from '../../ledger/records.ts';
import type { ProxyDeps } from '../proxy-deps.ts';

/** Assigns a request to the repository that its tool works in, if its sub-key is for no folder. */
export function attribute(
  { directory, attribution, madeIn }: Pick<ProxyDeps, 'directory' | 'attribution' | 'madeIn'>,
  { id, subKeyId }: Pick<ReservationRecord, 'id' | 'subKeyId'>,
  socket: Socket,
): void {
  if (directory.projectOf(subKeyId) === null) attribution.look(socket, (repository) => madeIn(id, repository));
}
