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
import { useDashboard } from '../../state/live/session-context.ts';
import { say } from '../../strings/say.ts';
import { commandsOf } from './commands.ts';
import { useEffects } from './use-effects.ts';
import { plainText } from '../../state/words/plain-text.ts';
import './palette.css';

interface PaletteProps {
  readonly state: StateView | undefined;
  onClose(): void;
}

/** Type a few letters of what you want; Enter does it. */
export function Palette({ state, onClose }: PaletteProps): ReactNode {
  const { contains } = useFilter({ sensitivity: 'base' });
  const { scene } = useDashboard();
  const run = useEffects();
  const commands = useMemo(() => commandsOf(state, scene), [state, scene]);

  const pick = (id: string): void => {
    const effect = commands.find((command) => command.id === id)?.effect;
    onClose();
    if (effect !== undefined) run(effect);
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
