import type { SubKeyId } from '../../../shared/ids.ts';
import { useSession } from '../../state/live/session-context.ts';
import { say } from '../../strings/say.ts';
import { useToast } from '../../ui/toasts.ts';

interface RevokedKey {
  readonly agent: string;
  readonly hint: string;
  readonly cutRequests: number;
  readonly undo: { readonly ids: SubKeyId[]; readonly until: number } | null | undefined;
}

/** Says that a sub-key is revoked, and offers to take that back while it can be. */
export function useRevokedToast(): (revoked: RevokedKey) => void {
  const { call } = useSession();
  const toast = useToast();
  return ({ agent, hint, cutRequests, undo }) => {
    const text = say.subKeys.revoked(hint, agent, cutRequests);
    if (!undo) return toast({ text });
    const { ids, until } = undo;
    toast({ text, until, undo: async () => void (await call(({ keys }) => keys.undoRevoke({ ids }))) });
  };
}
