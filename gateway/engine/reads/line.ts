import type { LineView } from '../../../shared/contract/usage-views.ts';
import { allowanceLeft } from '../../../shared/cap-level.ts';
import { nanodollarsOf } from '../../../shared/money.ts';
import type { Engine } from '../engine.ts';

/** The stretch that the pace looks at, as on the overview. */
const PACE_MS = 15 * 60_000;
const PACES_IN_AN_HOUR = 4;

/** What stands in a status line. It is asked every few seconds. */
export async function readLine(engine: Engine): Promise<LineView> {
  const now = engine.clock.now();
  const state = engine.views.state();
  const [recent] = await engine.ledger.totals([now - PACE_MS, now + 1]);
  const left = allowanceLeft(state, now);
  const waiting = state.approvals.length;
  const isActive = state.keys.some((key) => key.state === 'active');
  return {
    today: state.spentToday,
    left,
    pace: nanodollarsOf((recent?.nanodollars ?? 0) * PACES_IN_AN_HOUR),
    running: state.agents.reduce((sum, { running }) => sum + running, 0),
    waiting,
    state: state.everythingPaused ? 'paused' : waiting > 0 ? 'waiting' : isActive && left === 0 ? 'used-up' : 'fine',
  };
}
