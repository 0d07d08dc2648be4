import type { ReactNode } from 'react';
import type { DoctorAct, Finding } from '../../../../shared/contract/connection-views.ts';
import { PROVIDER_KINDS } from '../../../../shared/providers/provider-records.ts';
import { say } from '../../../strings/say.ts';
import { Button } from '../../../ui/button.tsx';
import { useDialogs } from '../../../ui/dialogs.ts';
import { WithCode } from '../../../ui/with-code.tsx';
import { plainText } from '../../../state/words/plain-text.ts';

interface FindingRowProps {
  readonly finding: Finding;
  readonly busy: boolean;
  onPutRight(): void;
  /** A key in a project's file: only after a question. */
  onMove(file: string): void;
  onConnect(tool: string, project: string | null): void;
}

const TONE: Readonly<Record<Finding['severity'], string>> = { error: 'danger', warning: 'warn', note: 'soft' };

/** One trouble: what it is, what to do by hand, and a button for what Purser can do. */
export function FindingRow({ finding, busy, onPutRight, onMove, onConnect }: FindingRowProps): ReactNode {
  const { severity, text, byHand, file, line, acts } = finding;
  const dialogs = useDialogs();
  const words = say.doctor;
  const todo = byHand === null ? undefined : say.told(byHand);
  const where = file === null ? undefined : line === null ? words.inFile(file) : words.inLine(file, line);
  const addProvider = (name: string): void => {
    const provider = PROVIDER_KINDS.find((kind) => kind === name);
    dialogs.open({ kind: 'add-provider', ...(provider && { provider }) });
  };
  const press = (act: DoctorAct): void => {
    if (act.kind === 'connect') onConnect(act.tool, act.project);
    else if (act.kind === 'add-provider') addProvider(act.provider);
    else if (act.kind === 'move-key' && act.asks) onMove(act.file);
    else onPutRight();
  };
  return (
    <li data-testid="finding">
      <p>
        <span className={`chip chip-${TONE[severity]}`}>{words.severity[severity]}</span> {plainText(say.told(text))}
      </p>
      <p className="faint">
        <WithCode text={[where, todo, ...acts.map(howText)].filter(Boolean).join(' ')} />
      </p>
      <div className="connection-actions">
        {acts.map((act) => {
          const label = labelOf(act);
          return (
            label !== undefined && (
              <Button key={`${act.kind} ${label}`} busy={busy} onClick={() => press(act)}>
                {label}
              </Button>
            )
          );
        })}
      </div>
    </li>
  );
}

function howText(act: DoctorAct): string | undefined {
  const words = say.doctor;
  switch (act.kind) {
    case 'put-right':
      return words.putRightHow[act.what];
    case 'keep-proxies-off':
      return words.keepProxiesOffHow;
    case 'move-key':
      return act.asks ? words.moveAskedHow : words.moveKeyHow;
    case 'disconnect':
      return words.orDisconnect;
    case 'move-servers':
      return words.moveServersHow;
    case 'add-provider':
    case 'connect':
      return undefined;
  }
}

/** Undefined where the button is elsewhere: at each connection, and on the page of MCP servers. */
function labelOf(act: DoctorAct): string | undefined {
  const words = say.doctor;
  if (act.kind === 'connect') return words.connect(act.title);
  if (act.kind === 'add-provider') return words.addProvider;
  if (act.kind === 'move-key' && act.asks) return words.moveKey;
  return act.kind === 'disconnect' || act.kind === 'move-servers' ? undefined : words.putRight;
}
