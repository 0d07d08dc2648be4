import type { ReactNode } from 'react';
import { PAGE_IDS } from '../../../shared/page-routes.ts';
import { useDesktop } from '../../state/desktop/desktop.ts';
import { say } from '../../strings/say.ts';
import { PALETTE_SHORTCUT } from '../palette/use-palette.ts';
import { PAGE_LETTERS } from './shortcuts.ts';
import './shortcuts.css';

const isMac = PALETTE_SHORTCUT.startsWith('⌘');

/** Every key that does something, and what. */
export function ShortcutList(): ReactNode {
  const words = say.shortcuts;
  const isDesktop = useDesktop() !== undefined;
  const withControl = (key: string): readonly string[] => [isMac ? '⌘' : 'Ctrl', key];
  return (
    <div className="shortcuts">
      <dl>
        <Shortcut keys={['?']} does={words.list} />
        <Shortcut keys={['/']} does={words.search} />
        <Shortcut keys={withControl('K')} does={words.palette} />
        {isDesktop && <Shortcut keys={withControl(',')} does={words.settings} />}
        {isDesktop && <Shortcut keys={withControl('Q')} does={words.quit} />}
      </dl>
      <dl>
        {PAGE_IDS.map((page) => (
          <Shortcut key={page} keys={['g', PAGE_LETTERS[page]]} does={words.goTo(say.shell.pages[page])} />
        ))}
      </dl>
    </div>
  );
}

function Shortcut({ keys, does }: { readonly keys: readonly string[]; readonly does: string }): ReactNode {
  return (
    <div className="shortcut">
      <dt>{does}</dt>
      <dd>
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dd>
    </div>
  );
}
