import { useId, useRef } from 'react';
import type { ReactNode, ToggleEvent } from 'react';
import { Icon } from './icon.tsx';

interface MenuItem {
  readonly text: string;
  readonly danger?: boolean;
  onPick(): void;
}

interface MenuProps {
  /** What it is for: `More for Claude Code`. */
  readonly label: string;
  readonly items: readonly MenuItem[];
}

const GAP = 4;

/** The calm place for what is seldom done. A native popover: the browser closes it on Escape and on a click elsewhere. */
export function Menu({ label, items }: MenuProps): ReactNode {
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLUListElement>(null);

  /** A popover lies above the page, so it has to be told where its button is. */
  function place(event: ToggleEvent<HTMLUListElement>): void {
    if (event.newState !== 'open' || opener.current === null || list.current === null) return;
    const { bottom, right } = opener.current.getBoundingClientRect();
    list.current.style.top = `${bottom + window.scrollY + GAP}px`;
    list.current.style.right = `${document.documentElement.clientWidth - right}px`;
  }

  return (
    <>
      <button ref={opener} type="button" className="icon-button" popoverTarget={id} aria-label={label} title="More">
        <Icon name="more" />
      </button>
      <ul ref={list} id={id} popover="auto" className="menu" aria-label={label} onBeforeToggle={place}>
        {items.map((item) => (
          <li key={item.text}>
            <button
              type="button"
              className={item.danger === true ? 'menu-item menu-danger' : 'menu-item'}
              onClick={() => {
                list.current?.hidePopover();
                item.onPick();
              }}
            >
              {item.text}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
