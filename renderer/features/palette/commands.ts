import type { ApprovalAnswer, ApprovalView } from '../../../shared/contract/approval-views.ts';
import { answersTo } from '../../../shared/contract/approval-views.ts';
import type { AgentView, CapView, StateView, SubKeyView } from '../../../shared/contract/views.ts';
import { EVERYTHING, scopeOf } from '../../../shared/policy.ts';
import type { PolicyScope } from '../../../shared/policy.ts';
import { hrefOf, PAGE_IDS } from '../../../shared/page-routes.ts';
import type { Scene } from '../../state/live/dashboard.ts';
import { say } from '../../strings/say.ts';
import type { OpenDialog } from '../../ui/dialogs.ts';
import { THEMES } from '../../../shared/settings/settings.ts';
import type { Theme } from '../../../shared/settings/settings.ts';
import { raiseText } from '../caps/use-raise.ts';

/** The effect of a command. Those of money go to the gateway, the others stay on the page. */
export type Effect =
  | { readonly kind: 'go'; readonly href: string }
  | { readonly kind: 'dialog'; readonly dialog: OpenDialog }
  | { readonly kind: 'theme'; readonly theme: Theme }
  | { readonly kind: 'simulation'; readonly verb: 'start' | 'leave' }
  | { readonly kind: 'everything'; readonly verb: 'pause' | 'resume' }
  | { readonly kind: 'agent'; readonly verb: 'pause' | 'resume'; readonly id: AgentView['id']; readonly name: string }
  | { readonly kind: 'raise'; readonly scope: PolicyScope; readonly cap: CapView }
  | { readonly kind: 'answer'; readonly approval: ApprovalView; readonly answer: ApprovalAnswer };

export interface Command {
  readonly id: string;
  readonly text: string;
  readonly effect: Effect;
  /** It cannot be undone, and asks first. */
  readonly isDanger?: boolean;
}

/**
 * Everything that can be done from the keyboard, what waits for a person first. @param scene whose data the page shows
 */
export function commandsOf(state: StateView | undefined, scene: Scene = 'own'): readonly Command[] {
  const words = say.palette;
  const pages = PAGE_IDS.map((id): Command => ({
    id: `go-${id}`,
    text: words.goTo(say.shell.pages[id]),
    effect: { kind: 'go', href: hrefOf(id) },
  }));
  const themes = THEMES.map((theme): Command => ({
    id: `theme-${theme}`,
    text: words.theme(say.ui.themes[theme]),
    effect: { kind: 'theme', theme },
  }));
  if (state === undefined) return [...pages, ...themes];
  const { everythingPaused, approvals, providers, agents, keys, everything } = state;
  return [
    ...approvals.flatMap(ofApproval),
    ...pages,
    dialog('issue', words.issueSubKey, { kind: 'issue-key' }),
    dialog('add-provider', words.addProvider, { kind: 'add-provider' }),
    { id: 'connect', text: words.connectTool, effect: { kind: 'go', href: hrefOf('connections') } },
    everythingPaused
      ? { id: 'toggle-everything', text: words.resumeEverything, effect: { kind: 'everything', verb: 'resume' } }
      : { id: 'toggle-everything', text: words.pauseEverything, effect: { kind: 'everything', verb: 'pause' } },
    dialog('policy-everything', words.policyOfEverything, { kind: 'policy', scope: EVERYTHING }),
    ...everything.caps.map((cap) => raise(EVERYTHING, say.palette.everything, cap)),
    ...agents.flatMap(ofAgent),
    ...keys.filter((key) => key.state !== 'revoked').flatMap(ofKey),
    ...providers.map(({ name }) =>
      dialog(`policy-provider-${name}`, words.policyOfProvider(name), {
        kind: 'policy',
        scope: scopeOf('provider', name),
      }),
    ),
    ...themes,
    ...simulation(state, scene),
    { ...dialog('revoke-everything', words.revokeEverything, { kind: 'revoke-everything' }), isDanger: true },
  ];
}

function ofApproval(approval: ApprovalView): readonly Command[] {
  const { id, agent, model } = approval;
  return answersTo(approval).map((answer) => ({
    id: `${answer}-${id}`,
    text: say.palette.answers[answer](agent, model),
    effect: { kind: 'answer', approval, answer },
  }));
}

function ofAgent({ id, name, paused, caps }: AgentView): readonly Command[] {
  const words = say.palette;
  const verb = paused ? 'resume' : 'pause';
  const scope = scopeOf('agent', id);
  return [
    { id: `toggle-${id}`, text: words[verb](name), effect: { kind: 'agent', verb, id, name } },
    dialog(`policy-${id}`, words.policyOf(name), { kind: 'policy', scope }),
    ...caps.map((cap) => raise(scope, name, cap)),
    dialog(`issue-${id}`, words.issueFor(name), { kind: 'issue-key', agent: name }),
    {
      id: `requests-${id}`,
      text: words.requestsOf(name),
      effect: { kind: 'go', href: hrefOf('requests', { agent: id }) },
    },
    dialog(`bodies-${id}`, words.keepBodies(name), { kind: 'keep-bodies', id }),
    { ...dialog(`revoke-${id}`, words.revokeAllOf(name), { kind: 'revoke-agent', id }), isDanger: true },
  ];
}

function ofKey({ id, agent, hint, caps }: SubKeyView): readonly Command[] {
  const whose = say.palette.subKeyOf(agent, hint);
  const scope = scopeOf('key', id);
  return [
    dialog(`rotate-${id}`, say.palette.rotate(whose), { kind: 'rotate-key', id }),
    dialog(`policy-${id}`, say.palette.policyOf(whose), { kind: 'policy', scope }),
    ...caps.map((cap) => raise(scope, whose, cap)),
  ];
}

function raise(scope: PolicyScope, whose: string, cap: CapView): Command {
  return {
    id: `raise-${scope}-${cap.window}-${String(cap.rolling)}`,
    text: say.palette.raise(whose, raiseText(cap)),
    effect: { kind: 'raise', scope, cap },
  };
}

function simulation({ gateway }: StateView, scene: Scene): readonly Command[] {
  if (scene === 'simulated')
    return [{ id: 'simulation', text: say.palette.leaveSimulation, effect: { kind: 'simulation', verb: 'leave' } }];
  return gateway.simulated
    ? []
    : [{ id: 'simulation', text: say.palette.startSimulation, effect: { kind: 'simulation', verb: 'start' } }];
}

function dialog(id: string, text: string, opened: OpenDialog): Command {
  return { id, text, effect: { kind: 'dialog', dialog: opened } };
}
