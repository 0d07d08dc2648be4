import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import type { GatewayClient } from '../../../shared/contract/contract.ts';
import type { StateView } from '../../../shared/contract/views.ts';
import { requestTime } from '../../state/time-and-money/format.ts';
import { useSession } from '../../state/live/session-context.ts';
import { useAction } from '../../state/live/use-action.ts';
import { useNow } from '../../state/time-and-money/use-now.ts';
import { useRead } from '../../state/live/use-read.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { Problem } from '../../ui/notice.tsx';
import { WithCode } from '../../ui/with-code.tsx';
import { detailText, kindText, readEntry, whoText } from './record-text.ts';
import { plainText } from '../../state/words/plain-text.ts';
import './audit.css';

const PAGE = 100;
type Links = Awaited<ReturnType<GatewayClient['audit']['newest']>>;

/** Everything on record, newest first. */
export function AuditList({ state }: { readonly state: StateView }): ReactNode {
  const { call } = useSession();
  const words = say.audit;
  const now = useNow(60_000);
  const { busy, problem, run } = useAction();
  const first = useRead(useCallback((gateway: GatewayClient) => gateway.audit.newest({ limit: PAGE }), []));
  const [older, setOlder] = useState<Links>([]);
  const links = [...(first.data ?? []), ...older.filter(({ seq }) => seq < (first.data?.at(-1)?.seq ?? Infinity))];
  const last = links.at(-1);

  const more = (): Promise<void> =>
    run(async () => {
      if (last === undefined) return;
      const page = await call(({ audit }) => audit.newest({ before: last.seq, limit: PAGE }));
      setOlder((before) => [...before, ...page]);
    });

  return (
    <section className="section" aria-labelledby="record-title">
      <div className="section-head">
        <h2 id="record-title">{words.title}</h2>
        <Button kind="quiet" onClick={() => (setOlder([]), first.refetch())}>
          {words.refresh}
        </Button>
      </div>
      <Problem sentence={first.problem} />
      <div className="scrolls" tabIndex={0} role="region" aria-label={words.entries}>
        <table className="table audit-table" role="table">
          <thead role="rowgroup">
            <tr role="row">
              <th scope="col" role="columnheader">
                {words.columns.number}
              </th>
              <th scope="col" role="columnheader">
                {words.columns.when}
              </th>
              <th scope="col" role="columnheader">
                {words.columns.what}
              </th>
              <th scope="col" role="columnheader">
                {words.columns.who}
              </th>
              <th scope="col" role="columnheader">
                {words.columns.details}
              </th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {links.map((link) => (
              <AuditRow key={link.seq} link={link} state={state} now={now} />
            ))}
          </tbody>
        </table>
      </div>
      <Problem sentence={problem} />
      {last !== undefined && last.seq > 1 && (
        <div className="more">
          <Button busy={busy} onClick={() => void more()}>
            {words.older}
          </Button>
        </div>
      )}
    </section>
  );
}

interface AuditRowProps {
  readonly link: Links[number];
  readonly state: StateView;
  readonly now: number;
}

function AuditRow({ link: { seq, text, hash }, state, now }: AuditRowProps): ReactNode {
  const entry = readEntry(text);
  return (
    <tr role="row" data-testid="audit-entry">
      <td role="cell" className="audit-number number faint" title={say.audit.hash(hash)}>
        {seq}
      </td>
      <td role="cell" className="audit-when number soft">
        {entry === undefined ? '' : requestTime(entry.at, now, state.gateway.timeZone)}
      </td>
      <td role="cell" className="audit-what">
        {entry === undefined ? plainText(text) : kindText(entry.kind)}
      </td>
      <td role="cell" className="audit-who soft">
        {entry === undefined ? '' : plainText(whoText(entry, state))}
      </td>
      <td role="cell" className="soft audit-detail">
        {entry !== undefined && <WithCode text={detailText(entry, state)} />}
      </td>
    </tr>
  );
}
