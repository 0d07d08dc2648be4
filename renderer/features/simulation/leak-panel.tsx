import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { PurserClient, GatewayClient } from '../../../shared/contract/contract.ts';
import type { StateView } from '../../../shared/contract/views.ts';
import { moneyText } from '../../state/time-and-money/money-text.ts';
import { numberText } from '../../state/time-and-money/number-text.ts';
import { useDashboard, useSession } from '../../state/live/session-context.ts';
import { useAction } from '../../state/live/use-action.ts';
import { useRead } from '../../state/live/use-read.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { Problem } from '../../ui/notice.tsx';
import { EXAMPLE_LOSS, hoursUntil } from './leak-text.ts';
import './leak-panel.css';

const EVERY_MS = 2_000;
const readLeak = (_: GatewayClient, { simulation }: PurserClient) => simulation.leak();

/** Simulated data only: what a leaked sub-key could take, beside what a key without a cap would have lost. */
export function LeakPanel({ state }: { readonly state: StateView }): ReactNode {
  const { scene } = useDashboard();
  const isSimulated = scene === 'simulated' || state.gateway.simulated;
  return isSimulated ? <Leak state={state} /> : null;
}

function Leak({ state }: { readonly state: StateView }): ReactNode {
  const { call } = useSession();
  const { busy, problem, run } = useAction();
  const { data: leak, refetch } = useRead(readLeak);
  const [isHidden, setHidden] = useState(false);
  useEffect(() => {
    const timer = setInterval(refetch, EVERY_MS);
    return () => clearInterval(timer);
  }, [refetch]);
  if (leak === undefined || leak === null || isHidden) return null;
  const isRevoked = state.keys.some(({ id, state: of }) => id === leak.subKeyId && of === 'revoked');
  const words = say.simulation.leak;
  return (
    <section className="leak" aria-labelledby="leak-title" data-testid="leak">
      <header className="leak-head">
        <h2 id="leak-title">{isRevoked ? words.stopped : words.title}</h2>
        <span className="leak-mark">{words.example}</span>
      </header>
      <p className="soft">{isRevoked ? words.revoked(leak.agent) : words.story(leak.agent, leak.programs)}</p>
      <dl className="leak-figures">
        <div>
          <dt>{words.taken}</dt>
          <dd className="number" data-testid="leak-taken">
            {moneyText(leak.taken)}
          </dd>
          <dd className="soft">{words.ofCap(moneyText(leak.cap.amount), leak.cap, numberText(leak.refused))}</dd>
        </div>
        <div>
          <dt>{words.bare}</dt>
          <dd className="number leak-loss">{moneyText(leak.bareSoFar)}</dd>
          <dd className="soft">{words.sameRequests(leak.tried)}</dd>
        </div>
        <div>
          <dt>{words.overnight}</dt>
          <dd className="number leak-loss">{moneyText(EXAMPLE_LOSS)}</dd>
          <dd className="soft">{words.after(numberText(hoursUntil(EXAMPLE_LOSS, leak.barePerHour)))}</dd>
        </div>
      </dl>
      <Problem sentence={problem} />
      <div className="leak-buttons">
        {!isRevoked && (
          <Button
            kind="danger-lined"
            busy={busy}
            onClick={() => void run(async () => void (await call(({ keys }) => keys.revoke({ id: leak.subKeyId }))))}
          >
            {words.revoke}
          </Button>
        )}
        <Button kind="quiet" onClick={() => setHidden(true)}>
          {words.hide}
        </Button>
      </div>
    </section>
  );
}
