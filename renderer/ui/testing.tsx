import { act, cleanup, configure, fireEvent, render, screen, within } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, vi } from 'vitest';
import type { GatewayClient, PurserClient } from '../../shared/contract/contract.ts';
import type { StateView } from '../../shared/contract/views.ts';
import type { Session } from '../state/live/session.ts';
import { SessionContext } from '../state/live/session-context.ts';
import { createStore } from '../state/live/store.ts';
import { DialogsContext } from './dialogs.ts';
import type { OpenDialog } from './dialogs.ts';
import { ToastsContext } from './toasts.ts';
import type { Toast } from './toasts.ts';

// One second is the default: too little on a machine that does other things too.
configure({ asyncUtilTimeout: 10_000 });
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  window.location.hash = '';
});

/** An answer without its brands, and with as much of it as the test needs. */
type Loose<Value> = Value extends string
  ? string
  : Value extends number
    ? number
    : Value extends readonly (infer Item)[]
      ? readonly Loose<Item>[]
      : Value extends object
        ? { readonly [Name in keyof Value]?: Loose<Value[Name]> }
        : Value;

/** Some calls of a client. What is asked must be as the contract says, and so must what is answered. */
type Calls<Client> = Client extends (...args: infer Args) => PromiseLike<infer Answer>
  ? (...args: Args) => Promise<Loose<Answer>>
  : { readonly [Name in keyof Client]?: Calls<Client[Name]> };

/** The calls of the gateway that a test expects: `{ agents: { pause } } satisfies FakeGateway`. */
export type FakeGateway = Calls<GatewayClient>;
/** The same for the host around the gateway. */
export type FakeHost = Calls<PurserClient>;

/** Everything that a component asked of the page around it. */
interface Drawn {
  /** Sentences at the foot of the window. */
  readonly toasts: readonly Toast[];
  /** Dialogs of the whole page. */
  readonly dialogs: readonly OpenDialog[];
  /** The session that it has; its methods are spies. */
  readonly session: Session;
}

/**
 * Draws a component as the dashboard does, on a state and a gateway of the test's own.
 * @param gateway the calls that the component makes; any other throws
 * @param host the same for those that go to the host around the gateway
 */
export function draw(component: ReactNode, state: StateView, gateway: FakeGateway = {}, host: FakeHost = {}): Drawn {
  const store = createStore(() => 0);
  store.dispatch({ type: 'snapshot', state, recent: [] });
  const toasts: Toast[] = [];
  const dialogs: OpenDialog[] = [];
  const session: Session = {
    store,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a test gives the calls it expects, and only those
    call: (run) => run(gateway as GatewayClient, host as PurserClient),
    setChart: vi.fn(),
    startSimulation: vi.fn(() => Promise.resolve()),
    leaveSimulation: vi.fn(() => Promise.resolve()),
    logOut: vi.fn(() => Promise.resolve()),
  };
  render(
    <SessionContext value={session}>
      <DialogsContext value={{ open: (dialog) => void dialogs.push(dialog) }}>
        <ToastsContext value={(toast) => void toasts.push(toast)}>{component}</ToastsContext>
      </DialogsContext>
    </SessionContext>,
  );
  return { toasts, dialogs, session };
}

/** Gives every element a size: there is no layout in a test, and a long list draws only the rows that fit. */
export function giveSize(height: number, width = 800): void {
  const sizes = { clientHeight: height, offsetHeight: height, clientWidth: width, offsetWidth: width } as const;
  for (const name of ['clientHeight', 'offsetHeight', 'clientWidth', 'offsetWidth'] as const)
    vi.spyOn(HTMLElement.prototype, name, 'get').mockReturnValue(sizes[name]);
}

/** Tells the page something live. */
export function tell(session: Session, ...events: readonly Parameters<Session['store']['dispatch']>[0][]): void {
  act(() => {
    for (const event of events) session.store.dispatch(event);
  });
}

/** Clicks a button. @param name what it is called, for those who hear it too */
export function press(name: string | RegExp): void {
  fireEvent.click(screen.getByRole('button', { name }));
}

/** Chooses one of a few: a radio button, or a box to tick. */
export function choose(name: string, role: 'radio' | 'checkbox' = 'radio'): void {
  fireEvent.click(screen.getByRole(role, { name }));
}

/** Types into a field, or picks in a list, by its label. */
export function fill(label: string, value: string): void {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
}

/** Types a time of day, `22:05`, into its parts. */
export function fillTime(label: string, value: string): void {
  const parts = within(screen.getByRole('group', { name: label })).getAllByRole('spinbutton');
  // React Aria moves the caret whenever it has moved: in happy-dom, where that is told at once, for ever.
  const { getSelection } = window;
  window.getSelection = () => null;
  try {
    value.split(':').forEach((text, at) => {
      const part = parts[at];
      if (!part) throw new Error(`"${label}" has no part ${at}.`);
      for (const data of text)
        fireEvent(
          part,
          new InputEvent('beforeinput', { data, inputType: 'insertText', bubbles: true, cancelable: true }),
        );
    });
  } finally {
    window.getSelection = getSelection;
  }
}

/** Opens a menu and picks a line of it. */
export function pickInMenu(menu: string, line: string): void {
  press(menu);
  fireEvent.click(screen.getByRole('menuitem', { name: line }));
}

/** The sentence of what failed, once it is said. */
export async function saidProblem(): Promise<string | null> {
  return (await screen.findByRole('alert')).textContent;
}
