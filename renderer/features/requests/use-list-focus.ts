import { useState } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import type { Listed } from './listed.ts';

interface ListFocusOptions {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly rowHeight: number;
  /** While a request stands open beside the list, the arrows open the next one. */
  readonly isOpen: boolean;
  onSelect(request: Listed): void;
  scrollTo(index: number): void;
}

interface ListFocus {
  /** The row that the arrows stand on. */
  readonly at: number;
  /** Moves there, after a click. */
  setActive(request: Listed): void;
  onKeyDown(event: KeyboardEvent): void;
}

/**
 * The list is one stop for Tab; inside it arrows and pages move, Enter and the space bar open. It keeps the request,
 * not its place: new ones push it down.
 */
export function useListFocus(requests: readonly Listed[], options: ListFocusOptions): ListFocus {
  const { scroller, rowHeight, isOpen, onSelect, scrollTo } = options;
  const [active, setActive] = useState<string>();
  const at = Math.max(
    0,
    requests.findIndex(({ id }) => id === active),
  );

  function moveTo(wanted: number): void {
    const index = Math.max(0, Math.min(requests.length - 1, wanted));
    const next = requests[index];
    if (next === undefined) return;
    setActive(next.id);
    scrollTo(index);
    if (isOpen) onSelect(next);
  }

  return {
    at,
    setActive: ({ id }) => setActive(id),
    onKeyDown(event) {
      const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 2);
      const to = {
        ArrowDown: at + 1,
        ArrowUp: at - 1,
        PageDown: at + page,
        PageUp: at - page,
        Home: 0,
        End: requests.length - 1,
      }[event.key];
      const row = requests[at];
      if (to !== undefined) moveTo(to);
      else if ((event.key === 'Enter' || event.key === ' ') && row !== undefined) onSelect(row);
      else return;
      event.preventDefault();
    },
  };
}
