import type { ReactNode } from 'react';
import type { ProviderName } from '../../../shared/ids.ts';
import { useSession } from '../../state/live/session-context.ts';
import { useAction } from '../../state/live/use-action.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { Problem } from '../../ui/notice.tsx';

/** Asks once more, because the real key would have to be found again. */
export function RemoveProvider({ name, onKeep }: { readonly name: ProviderName; onKeep(): void }): ReactNode {
  const { call } = useSession();
  const { busy, problem, run } = useAction();
  const remove = (): Promise<void> =>
    run(async () => {
      await call(({ providers }) => providers.remove({ name }));
    });
  return (
    <div className="provider-ask" role="group" aria-label={say.providers.removeQuestion(name)}>
      <span>{say.providers.removeMeans(name)}</span>
      <Button kind="danger" busy={busy} onClick={() => void remove()}>
        {say.providers.remove}
      </Button>
      <Button autoFocus kind="quiet" onClick={onKeep}>
        {say.providers.keep}
      </Button>
      <Problem sentence={problem} />
    </div>
  );
}
