import { memo, useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import type { AgentView, SubKeyView } from '../../../shared/contract/views.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import { AgentLimits } from './agent-limits.tsx';
import { AgentSelf } from './agent-self.tsx';
import type { Revoked } from './revoked.ts';

interface AgentCardProps {
  readonly agent: AgentView;
  readonly keys: readonly SubKeyView[];
  readonly color: string | undefined;
  readonly everythingPaused: boolean;
  /** Spend of the last hour by minute, and how fast it goes now. */
  readonly minutes: readonly Nanodollars[];
  readonly pace: Nanodollars;
  /** The address names it: it is brought into sight. */
  readonly isAsked: boolean;
  readonly now: number;
  readonly timeZone: string;
  onRevoked(revoked: Revoked): void;
}

/** One agent: its money and activity, its own caps and rules, its sub-keys. */
export const AgentCard = memo(function AgentCard(props: AgentCardProps): ReactNode {
  const { agent, keys, color, everythingPaused, minutes, pace, isAsked, now, timeZone, onRevoked } = props;
  const place = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isAsked) place.current?.scrollIntoView({ block: 'start' });
  }, [isAsked]);
  const usable = keys.filter((key) => key.state !== 'revoked');
  return (
    <li ref={place} className={isAsked ? 'agent agent-asked' : 'agent'} data-testid="agent">
      <AgentSelf
        agent={agent}
        color={color}
        isPaused={agent.paused || everythingPaused}
        isUsable={usable.length > 0}
        minutes={minutes}
        pace={pace}
        now={now}
      />
      <AgentLimits
        agent={agent}
        usable={usable}
        revokedCount={keys.length - usable.length}
        now={now}
        timeZone={timeZone}
        onRevoked={onRevoked}
      />
    </li>
  );
});
