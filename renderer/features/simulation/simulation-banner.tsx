import type { ReactNode } from 'react';
import { useDashboard, useSession } from '../../state/session-context.ts';
import { useAction } from '../../state/use-action.ts';
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
    <aside className="simulation" aria-label="Simulated data" data-testid="simulated">
      <p className="simulation-text">
        <strong>Simulated</strong>
        <span>Providers, agents and money on this page are made up. Pause and revoke as you like.</span>
      </p>
      <Problem sentence={problem} />
      {scene === 'simulated' && (
        <Button busy={busy} onClick={() => void run(() => session.leaveSimulation())}>
          Leave the simulation
        </Button>
      )}
    </aside>
  );
}
