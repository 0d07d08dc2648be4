import { configure, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { GatewayClient, PurserClient } from '../../shared/contract/contract.ts';
import type { StateView } from '../../shared/contract/views.ts';
import type { Session } from '../state/live/session.ts';
import { SessionContext } from '../state/live/session-context.ts';
import { createStore } from '../state/live/store.ts';
import { ToastsContext } from './toasts.ts';
import type { Toast } from './toasts.ts';

// One second is the default: too little on a machine that does other things too.
configure({ asyncUtilTimeout: 10_000 });

/** What a component did while it was drawn: which words it said at the foot of the window. */
interface Drawn {
  readonly toasts: readonly Toast[];
}

/**
 * Draws a component as the dashboard does, on a state and a gateway of the test's own.
 * @param gateway the calls that the component makes; any other throws
 * @param host the same for those that go to the host around the gateway
 */
export function draw(component: ReactNode, state: StateView, gateway: object = {}, host: object = {}): Drawn {
  const store = createStore();
  store.dispatch({ type: 'snapshot', state, recent: [] });
  const toasts: Toast[] = [];
  const session: Session = {
    store,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a test gives the calls it expects, and only those
    call: (run) => run(gateway as GatewayClient, host as PurserClient),
    setChart: () => undefined,
    startSimulation: () => Promise.resolve(),
    leaveSimulation: () => Promise.resolve(),
    logOut: () => Promise.resolve(),
  };
  render(
    <SessionContext value={session}>
      <ToastsContext value={(toast) => void toasts.push(toast)}>{component}</ToastsContext>
    </SessionContext>,
  );
  return { toasts };
}
