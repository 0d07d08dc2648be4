import { useMemo } from 'react';
import type { ReactNode } from 'react';
import {
  Autocomplete,
  Dialog,
  Input,
  Menu,
  MenuItem,
  Modal,
  ModalOverlay,
  TextField,
  useFilter,
} from 'react-aria-components';
import type { StateView } from '../../../shared/contract/views.ts';
import { useDashboard, useSession } from '../../state/live/session-context.ts';
import { say } from '../../strings/say.ts';
import { sentenceOf } from '../../state/words/sentence.ts';
import { useDialogs } from '../../ui/dialogs.ts';
import { applyTheme } from '../../ui/theme/theme.ts';
import { useToast } from '../../ui/toasts.ts';
import { useRaise } from '../caps/use-raise.ts';
import { commandsOf } from './commands.ts';
import type { Deed } from './commands.ts';
import { plainText } from '../../state/words/plain-text.ts';
import './palette.css';

interface PaletteProps {
  readonly state: StateView | undefined;
  onClose(): void;
}

/** Type a few letters of what you want; Enter does it. */
export function Palette({ state, onClose }: PaletteProps): ReactNode {
  const session = useSession();
  const { call } = session;
  const dialogs = useDialogs();
  const toast = useToast();
  const { contains } = useFilter({ sensitivity: 'base' });
  const { scene } = useDashboard();
  const raise = useRaise();
  const commands = useMemo(() => commandsOf(state, scene), [state, scene]);

  async function perform(deed: Deed): Promise<void> {
    switch (deed.kind) {
      case 'go':
        window.location.hash = deed.href;
        return;
      case 'dialog':
        return dialogs.open(deed.dialog);
      case 'theme':
        return applyTheme(deed.theme);
      case 'everything':
        await call(({ everything }) => everything[deed.verb]());
        return toast({ text: deed.verb === 'pause' ? say.palette.pausedEverything : say.palette.resumedEverything });
      case 'agent':
        await call(({ agents }) => agents[deed.verb]({ id: deed.id }));
        return toast({ text: deed.verb === 'pause' ? say.palette.paused(deed.name) : say.palette.resumed(deed.name) });
      case 'simulation':
        return deed.verb === 'start' ? session.startSimulation() : session.leaveSimulation();
      case 'raise':
        return raise(deed.scope, deed.cap);
      case 'answer':
        await call(({ approvals }) =>
          approvals.answer({ id: deed.approval.id, answer: deed.answer, raiseBy: deed.approval.raiseBy }),
        );
        return toast({ text: say.palette.answered[deed.answer] });
    }
  }

  const pick = (id: string): void => {
    const deed = commands.find((command) => command.id === id)?.deed;
    onClose();
    if (deed !== undefined) perform(deed).catch((error: unknown) => toast({ text: sentenceOf(error) }));
  };

  return (
    <ModalOverlay
      isOpen
      isDismissable
      className="dialog-backdrop palette-backdrop"
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Modal className="dialog palette">
        <Dialog aria-label={say.palette.title} className="palette-body">
          <Autocomplete filter={(text, typed) => typed.split(' ').every((word) => contains(text, word))}>
            <TextField aria-label={say.palette.question} autoFocus className="palette-field">
              <Input placeholder={say.palette.hint} />
            </TextField>
            {/* The list takes no focus of its own: who scrolls by keyboard needs something that does. */}
            <div className="palette-scroll" tabIndex={0}>
              <Menu
                aria-label={say.palette.commands}
                className="palette-list"
                items={commands}
                onAction={(id) => pick(String(id))}
                renderEmptyState={() => <p className="soft palette-none">{say.palette.none}</p>}
              >
                {(command) => (
                  <MenuItem
                    id={command.id}
                    textValue={plainText(command.text)}
                    className={command.isDanger === true ? 'menu-item menu-danger' : 'menu-item'}
                  >
                    {plainText(command.text)}
                  </MenuItem>
                )}
              </Menu>
            </div>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
