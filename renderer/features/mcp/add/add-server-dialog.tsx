import { useState } from 'react';
import type { ReactNode } from 'react';
import type { McpServerView } from '../../../../shared/mcp/mcp-views.ts';
import { say } from '../../../strings/say.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { AddedServer } from './added-server.tsx';
import { ServerForm } from './server-form.tsx';

interface AddServerDialogProps {
  readonly gatewayUrl: string;
  onAdded(): void;
  onClose(): void;
}

/** Adds a server, and says how tools get at it. */
export function AddServerDialog({ gatewayUrl, onAdded, onClose }: AddServerDialogProps): ReactNode {
  const [added, setAdded] = useState<McpServerView>();
  if (added !== undefined)
    return (
      <Dialog key="added" title={say.mcp.addedTitle(added.name)} onClose={onClose}>
        <AddedServer server={added} gatewayUrl={gatewayUrl} onDone={onClose} />
      </Dialog>
    );
  return (
    <Dialog key="form" title={say.mcp.add} onClose={onClose}>
      <ServerForm
        onAdded={(server) => {
          setAdded(server);
          onAdded();
        }}
        onCancel={onClose}
      />
    </Dialog>
  );
}
