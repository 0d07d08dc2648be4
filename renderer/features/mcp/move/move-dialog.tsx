import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import type { GatewayClient } from '../../../../shared/contract/contract.ts';
import type { Moved, PlainServer, PlainServers } from '../../../../shared/mcp/mcp-moves.ts';
import { useSession } from '../../../state/live/session-context.ts';
import { useAction } from '../../../state/live/use-action.ts';
import { useRead } from '../../../state/live/use-read.ts';
import { plainText } from '../../../state/words/plain-text.ts';
import { say } from '../../../strings/say.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Problem } from '../../../ui/notice.tsx';
import { useToast } from '../../../ui/toasts.ts';
import { FileChanges } from './file-changes.tsx';
import { StayingServers } from './staying-servers.tsx';

interface MoveDialogProps {
  readonly of: PlainServers;
  onMoved(): void;
  onClose(): void;
}

/** Asks which servers move, shows the exact change, and makes it. */
export function MoveDialog({ of: { tool, title, project, servers }, onMoved, onClose }: MoveDialogProps): ReactNode {
  const { call } = useSession();
  const toast = useToast();
  const { busy, problem, run } = useAction();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [unreached, setUnreached] = useState<Moved['stayed']>([]);
  const movable = servers.filter(({ stays }) => stays === null);
  const chosen = movable.map(({ name }) => name).filter((name) => !left.has(name));
  const place = { tool, ...(project !== null && { project }) };
  const read = useMovePlan(place, chosen);
  const plan = read.problem === undefined ? read.data : undefined;

  const move = (names: readonly string[], unchecked: boolean): Promise<void> =>
    run(async () => {
      const shown = !unchecked && plan ? { fingerprint: plan.fingerprint } : {};
      const { moved, stayed } = await call(({ mcp }) =>
        mcp.move({ ...place, servers: [...names], unchecked, ...shown }),
      ).finally(read.refetch);
      onMoved();
      if (moved.length > 0) toast({ text: say.mcpMoves.doneMove(moved.map(({ name }) => name)) });
      const failed = stayed.filter(({ stays }) => stays.code === 'unreachable');
      if (failed.length === 0) onClose();
      else setUnreached(failed);
    });

  const toggle = (name: string): void =>
    setLeft((before) =>
      before.has(name) ? new Set([...before].filter((one) => one !== name)) : new Set([...before, name]),
    );

  return (
    <Dialog wide title={say.mcpMoves.moveTitle(title)} holds={busy} onClose={onClose}>
      <div className="form">
        {unreached.length === 0 ? (
          <>
            <p className="soft">{say.mcpMoves.moveMeans}</p>
            <ul>
              {movable.map((server) => (
                <Choice key={server.name} server={server} checked={!left.has(server.name)} onToggle={toggle} />
              ))}
            </ul>
            <StayingServers stayed={servers.flatMap(({ name, stays }) => (stays ? [{ name, stays }] : []))} />
            {plan && chosen.length > 0 && <FileChanges files={plan.files} />}
          </>
        ) : (
          <StayingServers stayed={unreached} />
        )}
        <Problem sentence={problem ?? read.problem} />
        <div className="form-end">
          <span className="mcp-progress" role="status">
            {busy && say.mcpMoves.starting}
          </span>
          <Button disabled={busy} onClick={onClose}>
            {unreached.length === 0 ? say.common.cancel : say.common.close}
          </Button>
          {unreached.length === 0 ? (
            <Button
              kind="primary"
              busy={busy}
              disabled={chosen.length === 0 || plan === undefined}
              onClick={() => void move(chosen, false)}
            >
              {say.mcpMoves.submitMove}
            </Button>
          ) : (
            <Button
              busy={busy}
              onClick={() =>
                void move(
                  unreached.map(({ name }) => name),
                  true,
                )
              }
            >
              {say.mcpMoves.unchecked}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  );
}

type Plan = Awaited<ReturnType<GatewayClient['mcp']['planMove']>>;

/** Reads the change that moving these comes to; nothing where none is chosen. */
function useMovePlan(place: Parameters<GatewayClient['mcp']['planMove']>[0], names: readonly string[]) {
  const { tool, project } = place;
  const joined = names.join('\n');
  return useRead(
    useCallback(
      async ({ mcp }: GatewayClient): Promise<Plan | undefined> =>
        joined === ''
          ? undefined
          : mcp.planMove({ tool, ...(project !== undefined && { project }), servers: joined.split('\n') }),
      [tool, project, joined],
    ),
  );
}

interface ChoiceProps {
  readonly server: PlainServer;
  readonly checked: boolean;
  onToggle(name: string): void;
}

function Choice({ server, checked, onToggle }: ChoiceProps): ReactNode {
  const { name, as, where, secrets, isThere } = server;
  const words = say.mcpMoves;
  const kept = isThere ? words.isThere : secrets.length > 0 ? words.toStore(secrets) : undefined;
  return (
    <li className="mcp-choice">
      <label className="check">
        <input type="checkbox" checked={checked} onChange={() => onToggle(name)} />
        <span>{plainText(words.calledIn(name, as ?? name))}</span>
      </label>
      <code>{plainText(where)}</code>
      {kept !== undefined && <p className="faint">{plainText(kept)}</p>}
    </li>
  );
}
