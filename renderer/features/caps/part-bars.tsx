import type { ReactNode } from 'react';
import type { CapPartsView } from '../../../shared/contract/views.ts';
import { plainText } from '../../state/words/plain-text.ts';
import { say } from '../../strings/say.ts';
import { CapBar } from './cap-bar.tsx';

interface PartBarsProps {
  readonly parts: CapPartsView | undefined;
  readonly now: number;
  readonly timeZone: string;
}

/** Caps on some models, and on each conversation: of these the fullest one, as it is stopped first. */
export function PartBars({ parts, now, timeZone }: PartBarsProps): ReactNode {
  if (parts === undefined) return null;
  const { models, conversation } = parts;
  const ofConversation =
    conversation === null ? [] : [{ label: conversationText(conversation.session), caps: conversation.caps }];
  const bars = [...models.map((one) => ({ label: plainText(one.models), caps: one.caps })), ...ofConversation];
  return bars.flatMap(({ label, caps }) =>
    caps.map((cap) => (
      <CapBar key={`${label} ${cap.window} ${cap.rolling}`} label={label} cap={cap} now={now} timeZone={timeZone} />
    )),
  );
}

/** So much of a long id tells conversations apart. */
const SHOWN_LETTERS = 12;

function conversationText(session: string | null): string {
  if (session === null) return say.agents.noConversation;
  const id = plainText(session);
  return say.agents.fullestConversation(id.length > SHOWN_LETTERS ? `${id.slice(0, SHOWN_LETTERS)}…` : id);
}
