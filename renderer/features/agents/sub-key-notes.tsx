import type { ReactNode } from 'react';
import type { SubKeyView } from '../../../shared/contract/views.ts';
import { isExpired } from '../../../shared/cap-level.ts';
import { agoText, momentText } from '../../state/time-and-money/format.ts';
import { refusalSentence } from '../../state/words/refusal-sentence.ts';
import { policyText } from '../../state/words/policy-text.ts';
import { say } from '../../strings/say.ts';
import { useDialogs } from '../../ui/dialogs.ts';
import { WithCode } from '../../ui/with-code.tsx';
import { AllowUnknown } from '../prices/allow-unknown.tsx';
import { capitalize } from './capitalize.ts';
import { withoutBars } from './without-bars.ts';

interface SubKeyNotesProps {
  readonly subKey: SubKeyView;
  readonly now: number;
  readonly timeZone: string;
}

/** A refusal of longer ago is no news any more. */
const NEWS_MS = 15 * 60_000;

/**
 * More about a sub-key: its rules, what it was just refused, when it ends, and how far the rotation of its
 * secret is.
 */
export function SubKeyNotes({ subKey, now, timeZone }: SubKeyNotesProps): ReactNode {
  const dialogs = useDialogs();
  const { policy, project, rotation, rotationDueAt } = subKey;
  const refusal = shownRefusal(subKey, now);
  const rules = policyText(withoutBars(subKey));
  const expired = isExpired(subKey, now);
  const due = rotationDueAt !== null && rotationDueAt <= now;

  return (
    <>
      {project !== null && <p className="faint">{say.agents.project(project)}</p>}
      {rules !== '' && <p className="faint">{capitalize(rules)}</p>}
      {policy.expiresAt !== undefined && !expired && (
        <p className="faint">{say.agents.worksUntil(momentText(policy.expiresAt, now, timeZone))}</p>
      )}
      {policy.expiresAt !== undefined && expired && (
        <p className="sub-key-note">
          <span className="chip chip-danger">{say.agents.expired}</span>
          <span className="faint">{say.agents.refusedSince(momentText(policy.expiresAt, now, timeZone))}</span>
        </p>
      )}
      {refusal !== undefined && (
        <p className="sub-key-note" data-testid="refusal">
          <span className="chip chip-danger">{say.agents.refused(agoText(refusal.at, now))}</span>
          <span className="faint">
            <WithCode text={refusalSentence(refusal, timeZone)} />
          </span>
        </p>
      )}
      {refusal !== undefined && <AllowUnknown refusal={refusal} />}
      {rotation !== null && rotation.graceEndsAt > now && (
        <p className="sub-key-note">
          <span className="faint">{say.agents.oldWorksUntil(momentText(rotation.graceEndsAt, now, timeZone))}</span>
          {rotation.oldLastUsedAt !== null && (
            <span className="chip chip-warn">{say.agents.oldUsed(agoText(rotation.oldLastUsedAt, now))}</span>
          )}
        </p>
      )}
      {due && (
        <p className="sub-key-note">
          <span className="chip chip-warn">{say.agents.rotationDue}</span>
          <button
            type="button"
            className="text-button"
            onClick={() => dialogs.open({ kind: 'rotate-key', id: subKey.id })}
          >
            {say.agents.rotateNow}
          </button>
        </p>
      )}
    </>
  );
}

/**
 * The refusal of a moment ago. Not one of a pause: the page says so while it lasts, and afterwards it is advice too
 * late.
 */
function shownRefusal({ lastRefusal }: SubKeyView, now: number): NonNullable<SubKeyView['lastRefusal']> | undefined {
  if (lastRefusal === null || now - lastRefusal.at >= NEWS_MS || lastRefusal.rule.endsWith('-paused')) return undefined;
  return lastRefusal;
}
