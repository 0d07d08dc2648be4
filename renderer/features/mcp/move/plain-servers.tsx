import { useState } from 'react';
import type { ReactNode } from 'react';
import type { PlainServers } from '../../../../shared/mcp/mcp-moves.ts';
import { importCommand } from '../../../../shared/mcp/import-command.ts';
import { isInDesktop } from '../../../state/desktop/desktop.ts';
import { plainText } from '../../../state/words/plain-text.ts';
import { say } from '../../../strings/say.ts';
import { Button } from '../../../ui/button.tsx';
import { CopyLine } from '../../../ui/copy/copy-line.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { PutBackDialog } from './put-back-dialog.tsx';
import { usePlainServers } from './use-plain-servers.ts';

interface Opened {
  readonly kind: 'move' | 'put-back';
  readonly of: PlainServers;
}

interface PlainServersSectionProps {
  /** Servers came to Purser, or left it. */
  onChanged(): void;
}

/** The servers of connected tools that are called past Purser, and those that were moved; nothing where there are none. */
export function PlainServersSection({ onChanged }: PlainServersSectionProps): ReactNode {
  const { data, refetch } = usePlainServers();
  const [opened, setOpened] = useState<Opened>();
  const shown = (data ?? []).filter((one) => one.connected && movable(one).length + one.moved.length > 0);
  const changed = (): void => {
    refetch();
    onChanged();
  };
  const close = (): void => setOpened(undefined);
  return (
    <>
      {shown.length > 0 && (
        <section className="section" aria-labelledby="mcp-moves-title">
          <header className="section-head">
            <h2 id="mcp-moves-title">{say.mcpMoves.title}</h2>
          </header>
          <ul>
            {shown.map((one) => (
              <PlainRow
                key={`${one.tool} ${one.project ?? ''}`}
                of={one}
                onOpen={(kind) => setOpened({ kind, of: one })}
              />
            ))}
          </ul>
        </section>
      )}
      {opened?.kind === 'move' && <MoveDialog of={opened.of} onMoved={changed} onClose={close} />}
      {opened?.kind === 'put-back' && <PutBackDialog of={opened.of} onDone={changed} onClose={close} />}
    </>
  );
}

interface PlainRowProps {
  readonly of: PlainServers;
  onOpen(kind: Opened['kind']): void;
}

function PlainRow({ of, onOpen }: PlainRowProps): ReactNode {
  const { title, project, moved } = of;
  const words = say.mcpMoves;
  const names = movable(of).map(({ name }) => name);
  const found = project === null ? words.found(names.length, title) : words.foundIn(names.length, title, project);
  return (
    <li data-testid="plain-servers">
      {names.length > 0 && (
        <Line text={found} names={names} command={importCommand(of.tool, of.project)}>
          <Button aria-label={words.moveOf(title)} onClick={() => onOpen('move')}>
            {words.move}
          </Button>
        </Line>
      )}
      {moved.length > 0 && (
        <Line
          text={words.moved(moved.length, title)}
          names={moved}
          command={`${importCommand(of.tool, of.project)} --undo`}
        >
          <Button kind="quiet" aria-label={words.putBackOf(title)} onClick={() => onOpen('put-back')}>
            {words.putBack}
          </Button>
        </Line>
      )}
    </li>
  );
}

interface LineProps {
  readonly text: string;
  readonly names: readonly string[];
  readonly command: string;
  readonly children: ReactNode;
}

/** In a browser the line for a terminal stands where the app has a button. */
function Line({ text, names, command, children }: LineProps): ReactNode {
  return (
    <div className="mcp-plain">
      <p>
        {plainText(text)} <strong>{plainText(names.join(', '))}</strong>
      </p>
      {isInDesktop() ? (
        children
      ) : (
        <div>
          <p className="faint">{say.mcpMoves.inTerminal}</p>
          <CopyLine text={command} label={say.mcpMoves.copyCommand} />
        </div>
      )}
    </div>
  );
}

function movable({ servers }: PlainServers): PlainServers['servers'] {
  return servers.filter(({ stays }) => stays === null);
}
