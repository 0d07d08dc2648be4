import type { TrayItem } from './tray-items.ts';

/** Decides when a menu is drawn again. */
export interface MenuPace {
  /** Draws the items: at once when they offer something else than before, later when only amounts have changed. */
  readonly offer: (items: readonly TrayItem[]) => void;
  /** Draws them now, changed or not. */
  readonly force: (items: readonly TrayItem[]) => void;
}

/**
 * On Linux a menu is replaced as a whole, and a click on one that was just replaced is lost: an agent that spends many
 * times a second must not take "Pause everything" from under the pointer.
 * @param amountsEveryMs how often amounts alone are worth a new menu; 0 where an open menu stays as it was
 */
export function createMenuPace(draw: (items: readonly TrayItem[]) => void, amountsEveryMs: number): MenuPace {
  let drawn = { text: '', shape: '', at: -Infinity };
  let later: NodeJS.Timeout | undefined;

  function force(items: readonly TrayItem[]): void {
    clearTimeout(later);
    const text = JSON.stringify(items);
    drawn = { text, shape: shapeOf(text), at: performance.now() };
    draw(items);
  }

  return {
    force,
    offer(items) {
      clearTimeout(later);
      const text = JSON.stringify(items);
      if (text === drawn.text) return;
      const wait = shapeOf(text) === drawn.shape ? drawn.at + amountsEveryMs - performance.now() : 0;
      if (wait <= 0) force(items);
      else later = setTimeout(() => force(items), wait);
    },
  };
}

/** The items without their amounts of money. */
function shapeOf(text: string): string {
  return text.replaceAll(/\$\d+(\.\d+)?/g, '$');
}
