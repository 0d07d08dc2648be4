import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import type { GatewayClient } from '../../../../shared/contract/contract.ts';
import type { McpChangeView, McpServerView } from '../../../../shared/mcp/mcp-views.ts';
import { useSession } from '../../../state/live/session-context.ts';
import { useAction } from '../../../state/live/use-action.ts';
import { useRead } from '../../../state/live/use-read.ts';
import { say } from '../../../strings/say.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Problem } from '../../../ui/notice.tsx';
import { useToast } from '../../../ui/toasts.ts';
import { Difference } from './difference.tsx';

interface ChangesDialogProps extends Pick<McpServerView, 'name'> {
  onChanged(): void;
  onClose(): void;
}

/** Shows one changed tool after the other, field by field, and asks whether it is trusted as it is now. */
export function ChangesDialog({ name, onChanged, onClose }: ChangesDialogProps): ReactNode {
  const { call } = useSession();
  const toast = useToast();
  const { busy, problem, run } = useAction();
  const read = useRead(useCallback(({ mcp }: GatewayClient) => mcp.changes({ name }), [name]));
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  const [change, ...others] = (read.data ?? []).filter((one) => !done.has(keyOf(one)));

  /** Goes on to the next one, or closes after the last. */
  function leave(left: McpChangeView): void {
    if (others.length === 0) onClose();
    else setDone((before) => new Set([...before, keyOf(left)]));
  }

  const accept = ({ tool, version }: McpChangeView): Promise<void> =>
    run(async () => {
      try {
        await call(({ mcp }) => mcp.accept({ name, tool, version }));
      } catch (error) {
        // It has changed again: the sentence says so, above what it says now.
        read.refetch();
        throw error;
      }
      toast({ text: say.mcp.accepted(tool) });
      onChanged();
      if (change !== undefined) leave(change);
    });

  return (
    <Dialog wide title={say.mcp.changesTitle(name)} onClose={onClose}>
      <div className="form">
        <Problem sentence={read.problem ?? problem} />
        {read.data !== undefined && change === undefined && <p className="soft">{say.mcp.noChanges}</p>}
        {change !== undefined && (
          <>
            <p>{say.mcp.changesWhy(change.tool)}</p>
            <Difference key={keyOf(change)} change={change} />
            {others.length > 0 && <p className="faint">{say.mcp.moreChanges(others.length)}</p>}
          </>
        )}
        <div className="form-end">
          {change === undefined ? (
            <Button onClick={onClose}>{say.common.close}</Button>
          ) : (
            <>
              <Button onClick={() => leave(change)}>{say.mcp.keepStopped}</Button>
              <Button kind="primary" busy={busy} onClick={() => void accept(change)}>
                {say.mcp.accept}
              </Button>
            </>
          )}
        </div>
      </div>
    </Dialog>
  );
}

function keyOf({ tool, version }: McpChangeView): string {
  return `${version} ${tool}`;
}
