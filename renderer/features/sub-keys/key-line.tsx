import type { ReactNode } from 'react';
import type { AgentView, SubKeyView } from '../../../shared/contract/views.ts';
import { scopeOf } from '../../../shared/policy.ts';
import { hrefOf } from '../../../shared/page-routes.ts';
import { useSession } from '../../state/live/session-context.ts';
import { capText } from '../../state/time-and-money/cap-text.ts';
import { agoText, momentText } from '../../state/time-and-money/format.ts';
import { moneyText } from '../../state/time-and-money/money-text.ts';
import { plainText } from '../../state/words/plain-text.ts';
import { sentenceOf } from '../../state/words/sentence.ts';
import { say } from '../../strings/say.ts';
import { AgentDot } from '../../ui/agent-dot.tsx';
import { copyText } from '../../ui/copy/copy-text.ts';
import { useDialogs } from '../../ui/dialogs.ts';
import { Menu } from '../../ui/menu.tsx';
import type { MenuEntry } from '../../ui/menu.tsx';
import { useToast } from '../../ui/toasts.ts';
import { useRevokedToast } from './use-revoked-toast.ts';

interface KeyLineProps {
  readonly subKey: SubKeyView;
  /** Undefined for one that is archived or deleted. */
  readonly agent: AgentView | undefined;
  readonly color: string | undefined;
  readonly now: number;
  readonly timeZone: string;
}

/** One sub-key in the list: whose it is, what it may spend and has spent, and how it stands. */
export function KeyLine({ subKey, agent, color, now, timeZone }: KeyLineProps): ReactNode {
  const words = say.subKeys;
  const { hint, name, project, policy } = subKey;
  const items = useKeyMenu(subKey);
  const shared = subKey.caps.length === 0 ? (agent?.caps ?? []) : [];
  const caps = [...subKey.caps, ...shared].map(capText).join(', ');
  return (
    <div role="row" className="key-line" data-testid="key-line">
      <span role="cell" className="key-key">
        <AgentDot color={color} />
        <span className="key-names">
          <bdi title={plainText(subKey.agent)}>{plainText(subKey.agent)}</bdi>
          <span className="faint">
            {name !== null && <bdi>{plainText(name)} </bdi>}
            <code>{say.agents.ends(hint)}</code>
          </span>
        </span>
      </span>
      <span role="cell" className="key-caps" title={shared.length > 0 ? words.capsShared : undefined}>
        {caps === '' ? words.noCap : shared.length > 0 ? words.sharesCap(caps) : caps}
      </span>
      <span role="cell" className="key-spent number" title={words.requests(subKey.requests)}>
        {moneyText(subKey.spent)}
      </span>
      <span role="cell" className="key-used">
        {subKey.lastUsedAt === null ? words.unused : agoText(subKey.lastUsedAt, now)}
      </span>
      <span role="cell" className="key-ends">
        {policy.expiresAt === undefined ? words.endless : momentText(policy.expiresAt, now, timeZone)}
      </span>
      <span role="cell" className="key-project" title={project === null ? undefined : plainText(project)}>
        {project === null ? words.anywhere : plainText(project.split(/[\\/]/).at(-1) ?? project)}
      </span>
      <span role="cell" className="key-state">
        <KeyState subKey={subKey} now={now} timeZone={timeZone} />
      </span>
      <span role="cell" className="key-more">
        <Menu label={say.agents.moreKey(hint, subKey.agent)} items={items} />
      </span>
    </div>
  );
}

/** Whether it works, and if not, why and since when. */
function KeyState({ subKey, now, timeZone }: Pick<KeyLineProps, 'subKey' | 'now' | 'timeZone'>): ReactNode {
  const words = say.subKeys;
  const { ended, state } = subKey;
  if (ended === null)
    return (
      <span className={state === 'paused' ? 'chip chip-warn' : 'chip chip-good'}>
        {words.state[state === 'paused' ? 'paused' : 'active']}
      </span>
    );
  return (
    <>
      <span className="chip chip-soft">{words.why[ended.why]}</span>{' '}
      <span className="faint">{momentText(ended.at, now, timeZone)}</span>
    </>
  );
}

/** What can be done with a sub-key; less with one that ended. */
function useKeyMenu({ id, hint, agent, agentId, state, ended }: SubKeyView): readonly MenuEntry[] {
  const dialogs = useDialogs();
  const { call } = useSession();
  const toast = useToast();
  const toastRevoked = useRevokedToast();
  const attempt = (work: () => Promise<void>): void =>
    void work().catch((error: unknown) => toast({ text: sentenceOf(error) }));
  const isPaused = state === 'paused';
  const always: readonly MenuEntry[] = [
    { text: say.agents.requests, onPick: () => void (window.location.hash = hrefOf('requests', { agent: agentId })) },
    { text: say.subKeys.rename, onPick: () => dialogs.open({ kind: 'rename-key', id }) },
    { text: say.agents.copyId, onPick: () => void copyText(id) },
  ];
  if (ended !== null) return always;
  return [
    {
      text: isPaused ? say.agents.resume : say.agents.pause,
      onPick: () =>
        attempt(async () => {
          await call(({ keys }) => (isPaused ? keys.resume({ id }) : keys.pause({ id })));
        }),
    },
    { text: say.agents.keyRules, onPick: () => dialogs.open({ kind: 'policy', scope: scopeOf('key', id) }) },
    { text: say.agents.rotate, onPick: () => dialogs.open({ kind: 'rotate-key', id }) },
    ...always,
    {
      text: say.agents.revoke,
      danger: true,
      onPick: () =>
        attempt(async () => {
          const { cutRequests, undo } = await call(({ keys }) => keys.revoke({ id }));
          toastRevoked({ agent, hint, cutRequests, undo });
        }),
    },
  ];
}
