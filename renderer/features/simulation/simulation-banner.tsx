import type { ReactNode } from 'react';
import { useDashboard, useSession } from '../../state/live/session-context.ts';
import { useAction } from '../../state/live/use-action.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { Problem } from '../../ui/notice.tsx';
import './simulation.css';

/** Stands above everything for as long as the money on the page is not real. */
export function SimulationBanner(): ReactNode {
  const session = useSession();
  const { scene, state } = useDashboard();
  const { busy, problem, run } = useAction();
  if (scene === 'own' && state?.gateway.simulated !== true) return null;
  return (
    <aside className="simulation" aria-label={say.simulation.data} data-testid="simulated">
      <p className="simulation-text">
        <strong>{say.simulation.simulated}</strong>
        <span>{say.simulation.means}</span>
      </p>
      <Problem sentence={problem} />
      {scene === 'simulated' && (
        <Button busy={busy} onClick={() => void run(() => session.leaveSimulation())}>
          {say.simulation.leave}
        </Button>
      )}
    </aside>
  );
}
