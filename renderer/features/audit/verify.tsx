import { useState } from 'react';
import type { ReactNode } from 'react';
import { useSession } from '../../state/live/session-context.ts';
import { useAction } from '../../state/live/use-action.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { Notice, Problem } from '../../ui/notice.tsx';
import { CopyLine } from '../../ui/copy/copy-line.tsx';

interface Verdict {
  readonly entries: number;
  readonly head: string;
  readonly brokenAt: number | null;
  readonly sealedTo: number | null;
}

/** Recomputes every hash of the record, and says whether it holds. */
export function VerifyRecord(): ReactNode {
  const { call } = useSession();
  const { busy, problem, run } = useAction();
  const words = say.audit;
  const [verdict, setVerdict] = useState<Verdict>();
  return (
    <section className="section" aria-labelledby="verify-title">
      <div className="section-head">
        <h2 id="verify-title">{words.verifyTitle}</h2>
        <Button busy={busy} onClick={() => void run(async () => setVerdict(await call(({ audit }) => audit.verify())))}>
          {busy ? words.verifying : words.verify}
        </Button>
      </div>
      <p className="soft">{words.how}</p>
      <Problem sentence={problem} />
      {verdict !== undefined && (
        <div className="verdict" data-testid="verdict">
          <Notice tone={verdict.brokenAt === null ? 'good' : 'danger'}>{tellVerdict(verdict)}</Notice>
          <CopyLine name={words.lastHash} text={verdict.head} label={words.copyLastHash} />
          <p className="faint">{words.keepIt}</p>
        </div>
      )}
    </section>
  );
}

function tellVerdict({ brokenAt, entries, sealedTo }: Verdict): string {
  if (brokenAt !== null) return say.audit.broken(brokenAt, entries);
  return sealedTo === null
    ? say.audit.holds(entries)
    : say.audit.lines([say.audit.holds(entries), say.audit.sealedTo(sealedTo)]);
}
