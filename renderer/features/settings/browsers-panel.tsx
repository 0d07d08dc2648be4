import type { ReactNode } from 'react';
import type { GatewayClient, PurserClient } from '../../../shared/contract/contract.ts';
import type { BrowserView } from '../../../shared/contract/dashboard-calls.ts';
import { agoText, momentText } from '../../state/time-and-money/format.ts';
import { useSession } from '../../state/live/session-context.ts';
import { useAction } from '../../state/live/use-action.ts';
import { useNow } from '../../state/time-and-money/use-now.ts';
import { useRead } from '../../state/live/use-read.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { Problem } from '../../ui/notice.tsx';
import { WithCode } from '../../ui/with-code.tsx';

/** Browsers that are logged in, and the end of each. Nothing where the dashboard is the desktop's own window. */
export function BrowsersPanel({ timeZone }: { readonly timeZone: string }): ReactNode {
  const words = say.settings.browsers;
  const { data, problem, refetch } = useRead(readBrowsers);
  const now = useNow(60_000);
  if (data === undefined || data.length === 0) return <Problem sentence={problem} />;
  return (
    <section className="section" aria-labelledby="browsers-title">
      <h2 id="browsers-title">{words.title}</h2>
      <p className="soft">
        <WithCode text={words.hint} />
      </p>
      <ul className="settings browsers">
        {data.map((browser) => (
          <BrowserRow key={browser.id} {...{ browser, now, timeZone }} onEnded={refetch} />
        ))}
      </ul>
      <Problem sentence={problem} />
    </section>
  );
}

interface BrowserRowProps {
  readonly browser: BrowserView;
  readonly now: number;
  readonly timeZone: string;
  onEnded(): void;
}

function BrowserRow({
  browser: { id, browser, begunAt, lastUsedAt, endsAt, current },
  now,
  timeZone,
  onEnded,
}: BrowserRowProps): ReactNode {
  const words = say.settings.browsers;
  const { call, logOut } = useSession();
  const { busy, problem, run } = useAction();
  const end = (): Promise<void> =>
    run(async () => {
      if (current) return logOut(id);
      await call((_, host) => host.dashboard.logOut({ id }));
      onEnded();
    });
  return (
    <li className="setting" data-testid="browser">
      <div>
        <div className="browser-name">
          {browser} {current && <span className="chip chip-soft">{words.current}</span>}
        </div>
        <p className="faint">
          {words.life(momentText(begunAt, now, timeZone), agoText(lastUsedAt, now), momentText(endsAt, now, timeZone))}
        </p>
        <Problem sentence={problem} />
      </div>
      <div className="browser-end">
        <Button
          busy={busy}
          aria-label={current ? words.logOutHere : words.logOutOther(browser)}
          onClick={() => void end()}
        >
          {words.logOut}
        </Button>
      </div>
    </li>
  );
}

function readBrowsers(_: GatewayClient, host: PurserClient): Promise<BrowserView[]> {
  return host.dashboard.sessions();
}
