import type { ReactNode } from 'react';
import { Button, Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Icon } from './icon.tsx';
import { plainText } from '../state/words/plain-text.ts';

/** One line of a menu. */
export interface MenuEntry {
  readonly text: string;
  readonly danger?: boolean;
  onPick(): void;
}

interface MenuProps {
  /** Its name for screen readers: `More for Claude Code`. */
  readonly label: string;
  readonly items: readonly MenuEntry[];
  /** The side of its button that it stands under. */
  readonly align?: 'start' | 'end';
}

/** A menu behind one button, for actions that people seldom need. */
export function Menu({ label, items, align = 'end' }: MenuProps): ReactNode {
  return (
    <MenuTrigger>
      <Button className="icon-button menu-opener" aria-label={label}>
        <Icon name="more" />
      </Button>
      <Popover className="menu" placement={align === 'start' ? 'bottom start' : 'bottom end'} offset={4}>
        <AriaMenu aria-label={label} className="menu-list">
          {items.map((item) => (
            <MenuItem
              key={item.text}
              className={item.danger === true ? 'menu-item menu-danger' : 'menu-item'}
              onAction={() => item.onPick()}
            >
              {plainText(item.text)}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
