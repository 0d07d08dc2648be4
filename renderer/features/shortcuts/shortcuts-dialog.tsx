import type { ReactNode } from 'react';
import { say } from '../../strings/say.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ShortcutList } from './shortcut-list.tsx';

/** The list of keys, wherever the person is. */
export function ShortcutsDialog({ onClose }: { onClose(): void }): ReactNode {
  return (
    <Dialog title={say.shortcuts.title} onClose={onClose}>
      <ShortcutList />
    </Dialog>
  );
}
