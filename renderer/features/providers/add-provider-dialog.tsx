import { useState } from 'react';
import type { ReactNode } from 'react';
import type { ProviderKind } from '../../../shared/providers/provider-records.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useToast } from '../../ui/toasts.ts';
import { ProviderForm } from './provider-form.tsx';
import type { AddedProvider } from './use-adding.ts';

interface AddProviderDialogProps {
  /** The kind to begin with. */
  readonly kind: ProviderKind | undefined;
  onClose(): void;
}

/** Takes a provider key. It goes to the secret store and never comes back to this page. */
export function AddProviderDialog({ kind, onClose }: AddProviderDialogProps): ReactNode {
  const toast = useToast();
  const [doubtful, setDoubtful] = useState<AddedProvider>();

  function onAdded(added: AddedProvider): void {
    // Good news passes by; what nobody could confirm stays until it is read.
    if (added.check.verdict === 'silent' || added.check.verdict === 'unclear') return setDoubtful(added);
    toast({ text: say.told(added.check.sentence) });
    onClose();
  }

  if (doubtful !== undefined) {
    return (
      <Dialog key="doubtful" title={say.providers.kept(doubtful.name)} onClose={onClose}>
        <div className="form">
          <Notice tone="warning">{say.told(doubtful.check.sentence)}</Notice>
          <div className="form-end">
            <Button kind="primary" autoFocus onClick={onClose}>
              {say.providers.done}
            </Button>
          </div>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog key="form" title={say.providers.add} onClose={onClose}>
      <ProviderForm kind={kind} onAdded={onAdded} onCancel={onClose} />
    </Dialog>
  );
}
