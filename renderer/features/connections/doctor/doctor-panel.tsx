import { useState } from 'react';
import type { ReactNode } from 'react';
import { say } from '../../../strings/say.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/form/field.tsx';
import { Notice, Problem } from '../../../ui/notice.tsx';
import { FindingRow } from './finding-row.tsx';
import { MoveKeyDialog } from './move-key-dialog.tsx';
import type { KeyInProject } from './move-key-dialog.tsx';
import type { Doctor } from './use-doctor.ts';
import { plainText } from '../../../state/words/plain-text.ts';

interface DoctorPanelProps {
  readonly doctor: Doctor;
  onConnect(tool: string, project: string | null): void;
  /** Told when it has put something right. */
  onChanged(): void;
}

/**
 * Shows what keeps tools from spending through Purser, and keys left in plain text. One line while there is
 * nothing.
 */
export function DoctorPanel({ doctor, onConnect, onChanged }: DoctorPanelProps): ReactNode {
  const { busy, problem, diagnosis, project, setProject, look } = doctor;
  const [asking, setAsking] = useState<KeyInProject>();
  const words = say.doctor;
  const putRight = (id: string, ...importFrom: readonly string[]): Promise<void> =>
    look({ fix: [id], importFrom }).then(onChanged);
  return (
    <section className="section" aria-labelledby="doctor-title">
      <div className="section-head">
        <h2 id="doctor-title">{words.title}</h2>
        <Button busy={busy} onClick={() => void look()}>
          {busy ? words.looking : words.look}
        </Button>
      </div>
      <div className="doctor">
        <Problem sentence={problem} />
        {diagnosis?.fixed.map(({ id, text }) => (
          <Notice key={id} tone="good">
            {plainText(say.told(text))}
          </Notice>
        ))}
        {(diagnosis === undefined || diagnosis.findings.length === 0) && (
          <p className="soft">{diagnosis === undefined ? words.what : words.nothing}</p>
        )}
        <ul className="findings">
          {diagnosis?.findings.map((finding) => (
            <FindingRow
              key={finding.id}
              finding={finding}
              busy={busy}
              onPutRight={() => void putRight(finding.id)}
              onMove={(file) => setAsking({ id: finding.id, file })}
              onConnect={onConnect}
            />
          ))}
        </ul>
        <details className="form-more">
          <summary>{words.projectMore}</summary>
          <Field
            label={words.project}
            value={project}
            placeholder={words.projectExample}
            hint={words.projectHint}
            onText={setProject}
          />
        </details>
      </div>
      {asking !== undefined && (
        <MoveKeyDialog
          file={asking.file}
          onClose={() => setAsking(undefined)}
          onMove={() => putRight(asking.id, asking.file)}
        />
      )}
    </section>
  );
}
