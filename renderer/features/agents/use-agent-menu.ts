import type { AgentView } from '../../../shared/contract/views.ts';
import { scopeOf } from '../../../shared/policy.ts';
import { hrefOf } from '../../../shared/page-routes.ts';
import { useSession } from '../../state/live/session-context.ts';
import { sentenceOf } from '../../state/words/sentence.ts';
import { useToast } from '../../ui/toasts.ts';
import { say } from '../../strings/say.ts';
import { useDialogs } from '../../ui/dialogs.ts';
import type { MenuEntry } from '../../ui/menu.tsx';
import { raiseText, useRaise } from '../caps/use-raise.ts';

/** The seldom things that a person can do with an agent. @param isUsable it has sub-keys that can be revoked */
export function useAgentMenu({ id, name, caps, keepBodies }: AgentView, isUsable: boolean): readonly MenuEntry[] {
  const dialogs = useDialogs();
  const raise = useRaise();
  const { call } = useSession();
  const toast = useToast();
  const archive = async (): Promise<void> => {
    try {
      await call(({ agents }) => agents.archive({ id }));
      toast({
        text: say.agentLife.archived(name),
        undo: async () => void (await call(({ agents }) => agents.unarchive({ id }))),
      });
    } catch (error) {
      toast({ text: sentenceOf(error) });
    }
  };
  const scope = scopeOf('agent', id);
  const revokeAll: MenuEntry = {
    text: say.agents.revokeAll,
    danger: true,
    onPick: () => dialogs.open({ kind: 'revoke-agent', id }),
  };
  return [
    { text: say.agents.rules, onPick: () => dialogs.open({ kind: 'policy', scope }) },
    ...caps.map((cap) => ({ text: raiseText(cap), onPick: () => raise(scope, cap) })),
    { text: say.agents.issueMore, onPick: () => dialogs.open({ kind: 'issue-key', agent: name }) },
    {
      text: keepBodies === null ? say.bodies.menu : say.bodies.menuKept,
      onPick: () => dialogs.open({ kind: 'keep-bodies', id }),
    },
    { text: say.agents.requests, onPick: () => void (window.location.hash = hrefOf('requests', { agent: id })) },
    { text: say.agentLife.rename, onPick: () => dialogs.open({ kind: 'rename-agent', id }) },
    { text: say.agentLife.merge, onPick: () => dialogs.open({ kind: 'merge-agent', id }) },
    { text: say.agentLife.archive, onPick: () => void archive() },
    ...(isUsable ? [revokeAll] : []),
    { text: say.agentLife.delete, danger: true, onPick: () => dialogs.open({ kind: 'delete-agent', id }) },
  ];
}
