import { createCapBook as createTrueCapBook } from '../../../gateway/domain/caps/cap-book.ts';
import type { CapBook } from '../../../gateway/domain/caps/cap-book.ts';
import type { WindowCalendar } from '../../../gateway/domain/time/windows.ts';
import { ZERO } from '../../../shared/money.ts';

/** The cap book with the reservation switched off: every request sees what is left, and none holds any of it. */
export function createCapBook(calendar: WindowCalendar): CapBook {
  const book = createTrueCapBook(calendar);
  return { ...book, hold: (owner, _amount, now) => book.hold(owner, ZERO, now), resize: () => undefined };
}
