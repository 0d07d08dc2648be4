import { useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import type { StateView } from '../../../shared/contract/views.ts';
import { useSession } from '../../state/live/session-context.ts';
import { useAction } from '../../state/live/use-action.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Problem } from '../../ui/notice.tsx';
import { useToast } from '../../ui/toasts.ts';
import { CapRows } from '../caps/cap-rows.tsx';
import { HoldSwitch } from '../caps/hold-switch.tsx';
import { BrakeFields } from './brake-fields.tsx';
import { draftOf } from './draft.ts';
import type { PolicyDraft } from './draft.ts';
import { LimitFields } from './limit-fields.tsx';
import { OnCapField } from './on-cap-field.tsx';
import type { Scoped } from './policy-scopes.ts';
import { McpFields } from './mcp-fields.tsx';
import { PartFields } from './part-fields.tsx';
import { ReachFields } from './reach-fields.tsx';
import { readDraft } from './read-draft.ts';
import { TimeFields } from './time-fields.tsx';
import './policy.css';

interface PolicyDialogProps {
  readonly state: StateView;
  readonly scoped: Scoped;
  onClose(): void;
}

/** Caps and rules of a sub-key, an agent, a provider or everything. It works from the next request on. */
export function PolicyDialog({ state, scoped, onClose }: PolicyDialogProps): ReactNode {
  const { call } = useSession();
  const toast = useToast();
  const { busy, problem, run, setProblem } = useAction();
  // As it was when the dialog opened: what somebody else changes meanwhile is not mixed into it.
  const [{ scope, name, policy: before, isKey }] = useState(scoped);
  const kind = scope.split(':')[0];
  const [draft, setDraft] = useState(() => draftOf(before));
  const change = (changes: Partial<PolicyDraft>): void => setDraft({ ...draft, ...changes });

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const read = readDraft(draft, before, isKey);
    if ('problem' in read) return setProblem(read.problem);
    void run(async () => {
      await call(({ policies }) => policies.set({ scope, policy: read.policy }));
      toast({
        text: say.policy.changed(name),
        undo: async () => void (await call(({ policies }) => policies.set({ scope, policy: before }))),
      });
      onClose();
    });
  }

  return (
    <Dialog wide title={say.policy.title(name)} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <CapRows
          rows={draft.caps}
          startsHere={draft.caps.length > 0}
          mayBeNone={!isKey}
          onRows={(caps) => change({ caps })}
        />
        <HoldSwitch rows={draft.caps} onRows={(caps) => change({ caps })} />
        <p className="faint">{hintOf(kind)}</p>
        {kind !== 'group' && (
          <>
            <OnCapField draft={draft} onChange={change} />
            <PartFields
              draft={draft}
              hasConversations={kind !== 'provider'}
              groups={kind === 'agent' ? state.groups.map((group) => group.name) : undefined}
              onChange={change}
            />
            <ReachFields draft={draft} providers={state.providers.map((provider) => provider.name)} onChange={change} />
            <McpFields
              draft={draft}
              keepsRules={(before.mcp?.arguments ?? before.mcp?.calls) !== undefined}
              onChange={change}
            />
            <LimitFields draft={draft} onChange={change} />
            <TimeFields draft={draft} isKey={isKey} timeZone={state.gateway.timeZone} onChange={change} />
            <BrakeFields draft={draft} onChange={change} />
          </>
        )}
        <Problem sentence={problem} />
        <div className="form-end">
          <Button onClick={onClose}>{say.common.cancel}</Button>
          <Button kind="primary" type="submit" busy={busy}>
            {say.policy.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function hintOf(kind: string | undefined): string {
  if (kind === 'group') return say.policy.groupCapsHint;
  return kind === 'key' ? say.policy.keyHint : say.policy.levelHint;
}
