import { say } from '../../strings/say.ts';
import { EVERYTHING, scopeOf } from '../../../shared/policy.ts';
import type { StateView } from '../../../shared/contract/views.ts';
import { hrefOf, PAGES } from '../../shell/pages.ts';
import type { OpenDialog } from '../../ui/dialogs.ts';
import type { Theme } from '../../ui/theme.ts';

/** What a command does. Those of money go to the gateway, the others stay on the page. */
export type Deed =
  | { readonly kind: 'go'; readonly href: string }
  | { readonly kind: 'dialog'; readonly dialog: OpenDialog }
  | { readonly kind: 'theme'; readonly theme: Theme }
  | { readonly kind: 'everything'; readonly verb: 'pause' | 'resume' }
  | { readonly kind: 'agent'; readonly verb: 'pause' | 'resume'; readonly id: StateView['agents'][number]['id']; readonly name: string };

export interface Command {
  readonly id: string;
  readonly text: string;
  readonly deed: Deed;
}

/** Everything that can be done from the keyboard, the commonest first. */
export function commandsOf(state: StateView | undefined): readonly Command[] {
  const pages = PAGES.map(({ id }): Command => ({ id: `go-${id}`, text: `Go to ${say.shell.pages[id]}`, deed: { kind: 'go', href: hrefOf(id) } }));
  const themes = (['system', 'light', 'dark'] as const).map((theme): Command => ({ id: `theme-${theme}`, text: `Theme: ${theme}`, deed: { kind: 'theme', theme } }));
  if (state === undefined) return [...pages, ...themes];
  const verb = state.everythingPaused ? 'resume' : 'pause';
  const agents = state.agents.flatMap(({ id, name, paused }): readonly Command[] => {
    const toggle = paused ? 'resume' : 'pause';
    return [
      { id: `toggle-${id}`, text: `${paused ? 'Resume' : 'Pause'} ${name}`, deed: { kind: 'agent', verb: toggle, id, name } },
      { id: `policy-${id}`, text: `Caps and rules of ${name}`, deed: { kind: 'dialog', dialog: { kind: 'policy', scope: scopeOf('agent', id) } } },
      { id: `issue-${id}`, text: `Issue a sub-key for ${name}`, deed: { kind: 'dialog', dialog: { kind: 'issue-key', agent: name } } },
      { id: `requests-${id}`, text: `Requests of ${name}`, deed: { kind: 'go', href: hrefOf('requests', { agent: id }) } },
      { id: `revoke-${id}`, text: `Revoke all sub-keys of ${name}…`, deed: { kind: 'dialog', dialog: { kind: 'revoke-agent', id } } },
    ];
  });
  return [
    ...pages,
    { id: 'issue', text: 'Issue sub-key', deed: { kind: 'dialog', dialog: { kind: 'issue-key' } } },
    { id: 'add-provider', text: 'Add provider key', deed: { kind: 'dialog', dialog: { kind: 'add-provider' } } },
    { id: 'toggle-everything', text: state.everythingPaused ? 'Resume everything' : 'Pause everything', deed: { kind: 'everything', verb } },
    { id: 'policy-everything', text: 'Caps and rules of everything', deed: { kind: 'dialog', dialog: { kind: 'policy', scope: EVERYTHING } } },
    ...agents,
    ...themes,
    { id: 'revoke-everything', text: 'Revoke everything…', deed: { kind: 'dialog', dialog: { kind: 'revoke-everything' } } },
  ];
}
