import type { ReactNode } from 'react';
import type { SubKeyView } from '../../../shared/contract/views.ts';
import { isExpired } from '../../state/allowance.ts';
import { agoText, momentText } from '../../state/format.ts';
import { policyText } from '../../state/policy-text.ts';
import { useDialogs } from '../../ui/dialogs.ts';

interface SubKeyNotesProps {
  readonly subKey: SubKeyView;
  readonly now: number;
  readonly timeZone: string;
}

/** A refusal of longer ago is no news any more. */
const NEWS_MS = 15 * 60_000;

/** What else is true of a sub-key: its rules, what it was just refused, when it ends, and how far the rotation of its secret is. */
export function SubKeyNotes({ subKey, now, timeZone }: SubKeyNotesProps): ReactNode {
  const dialogs = useDialogs();
  const { policy, rotation, rotationDueAt } = subKey;
  const refusal = shownRefusal(subKey, now);
  const rules = policyText(policy);
  const expired = isExpired(subKey, now);
  const due = rotationDueAt !== null && rotationDueAt <= now;

  return (
    <>
      {rules !== '' && <p className="faint">{capital(rules)}</p>}
      {policy.expiresAt !== undefined && !expired && <p className="faint">Works until {momentText(policy.expiresAt, now, timeZone)}</p>}
      {policy.expiresAt !== undefined && expired && (
        <p className="sub-key-note">
          <span className="chip chip-danger">Expired</span>
          <span className="faint">Every request is refused since {momentText(policy.expiresAt, now, timeZone)}</span>
        </p>
      )}
      {refusal !== undefined && (
        <p className="sub-key-note" data-testid="refusal">
          <span className="chip chip-danger">Refused {agoText(refusal.at, now)}</span>
          <span className="faint">{refusal.message}</span>
        </p>
      )}
      {rotation !== null && rotation.graceEndsAt > now && (
        <p className="sub-key-note">
          <span className="faint">The old secret works until {momentText(rotation.graceEndsAt, now, timeZone)}</span>
          {rotation.oldLastUsedAt !== null && <span className="chip chip-warn">Old one still used {agoText(rotation.oldLastUsedAt, now)}</span>}
        </p>
      )}
      {due && (
        <p className="sub-key-note">
          <span className="chip chip-warn">Rotation due</span>
          <button type="button" className="text-button" onClick={() => dialogs.open({ kind: 'rotate-key', id: subKey.id })}>
            Rotate now
          </button>
        </p>
      )}
    </>
  );
}

/** What was refused lately; not because of a pause: the page says so while it lasts, and afterwards it is advice too late. */
function shownRefusal({ lastRefusal }: SubKeyView, now: number): NonNullable<SubKeyView['lastRefusal']> | undefined {
  if (lastRefusal === null || now - lastRefusal.at >= NEWS_MS || lastRefusal.rule.endsWith('-paused')) return undefined;
  return lastRefusal;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
