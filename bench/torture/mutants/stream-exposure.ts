import {
  mostOutputBy as trulyMost,
  outputWhenLeft as trulyLeft,
} from '../../../gateway/domain/stream/stream-exposure.ts';

/** Only output that shows has been made. */
export const mostOutputBy: typeof trulyMost = (sight, pace, aheadMs) =>
  trulyMost(sight, { ...pace, hides: false }, aheadMs);

/** The same of a stream that was left. */
export const outputWhenLeft: typeof trulyLeft = (sight, pace) => trulyLeft(sight, { ...pace, hides: false });
