import type { ReactNode } from 'react';
import type { CapView } from '../../../shared/contract/views.ts';
import type { PolicyScope } from '../../../shared/policy.ts';
import { capLevel } from '../../../shared/cap-level.ts';
import { say } from '../../strings/say.ts';
import { raiseText, useRaise } from '../caps/use-raise.ts';

interface UsedUpProps {
  readonly caps: readonly CapView[];
  readonly scope: PolicyScope;
  /** What else could be done about it. */
  readonly children?: ReactNode;
}

/** What a used up cap means, and the raise that helps; nothing while all of them have room. */
export function UsedUp({ caps, scope, children }: UsedUpProps): ReactNode {
  const raise = useRaise();
  const usedUp = caps.find((cap) => capLevel(cap) === 'full');
  if (usedUp === undefined) return null;
  return (
    <div className="used-up">
      <p className="faint">{say.agents.usedUp}</p>
      <button type="button" className="text-button" onClick={() => raise(scope, usedUp)}>
        {raiseText(usedUp)}
      </button>
      {children}
    </div>
  );
}
