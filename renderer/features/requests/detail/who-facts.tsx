import type { ReactNode } from 'react';
import type { SubKeyView } from '../../../../shared/contract/views.ts';
import { hrefOf } from '../../../../shared/page-routes.ts';
import { say } from '../../../strings/say.ts';
import { plainText } from '../../../state/words/plain-text.ts';
import { Fact } from './fact.tsx';

/** The sub-key that a request came with, and the folder it is for. */
export function SubKeyFacts({ subKey }: { readonly subKey: SubKeyView | undefined }): ReactNode {
  const { facts, subKeyHint, allOfSubKey } = say.requests;
  if (subKey === undefined) return null;
  const { id, hint, project } = subKey;
  return (
    <>
      <Fact name={facts.subKey}>
        {subKeyHint(hint)} <a href={hrefOf('requests', { key: id })}>{allOfSubKey}</a>
      </Fact>
      {project !== null && <Fact name={facts.project}>{plainText(project)}</Fact>}
    </>
  );
}

/** The conversation that a request belongs to. */
export function SessionFact({ session }: { readonly session: string | null }): ReactNode {
  const { facts, allOfSession } = say.requests;
  return (
    session !== null && (
      <Fact name={facts.session}>
        <span className="fact-id">{plainText(session)}</span>{' '}
        <a href={hrefOf('requests', { session })}>{allOfSession}</a>
      </Fact>
    )
  );
}
