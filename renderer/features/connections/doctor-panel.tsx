import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Diagnosis, Finding } from '../../../shared/contract/connection-views.ts';
import { useSession } from '../../state/session-context.ts';
import { useAction } from '../../state/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice, Problem } from '../../ui/notice.tsx';

const TONE: Readonly<Record<Finding['severity'], string>> = { error: 'danger', warning: 'warn', note: 'soft' };
const WORD: Readonly<Record<Finding['severity'], string>> = { error: 'Trouble', warning: 'Look at this', note: 'Note' };

/** Looks for what keeps tools from spending through Purser, and for keys that lie about in plain text. */
export function DoctorPanel(): ReactNode {
  const { call } = useSession();
  const { busy, problem, run } = useAction();
  const [diagnosis, setDiagnosis] = useState<Diagnosis>();
  const [project, setProject] = useState('');
  const projects = project.trim() === '' ? [] : [project.trim()];
  const look = (...fix: readonly string[]): void => void run(async () => setDiagnosis(await call(({ connections }) => connections.doctor({ fix: [...fix], projects }))));
  return (
    <section className="section" aria-labelledby="doctor-title">
      <div className="section-head">
        <h2 id="doctor-title">Is anything in the way?</h2>
        <Button busy={busy} onClick={() => look()}>
          {busy ? 'Looking…' : 'Look now'}
        </Button>
      </div>
      <div className="doctor">
        <p className="soft">Variables that win over a tool’s config, files that were changed back, and keys that lie about in plain text.</p>
        <Field label="In a project, too" value={project} placeholder="/home/me/shop" hint="The whole path of its folder. Projects that are connected are looked into anyway." onText={setProject} />
        <Problem sentence={problem} />
        {diagnosis?.fixed.map(({ id, text }) => (
          <Notice key={id} tone="good">
            {text}
          </Notice>
        ))}
        {diagnosis?.findings.length === 0 && <Notice tone="good">Nothing is in the way.</Notice>}
        <ul className="findings">
          {diagnosis?.findings.map((finding) => (
            <li key={finding.id} data-testid="finding">
              <p>
                <span className={`chip chip-${TONE[finding.severity]}`}>{WORD[finding.severity]}</span> {finding.text}
              </p>
              <p className="faint">
                {finding.fix}
                {finding.file !== null && ` (${finding.file}${finding.line === null ? '' : `, line ${finding.line}`})`}
              </p>
              {finding.canFix && (
                <Button busy={busy} onClick={() => look(finding.id)}>
                  Put it right
                </Button>
              )}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
