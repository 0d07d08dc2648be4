import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { BodyView } from '../../../shared/contract/body-views.ts';
import { say } from '../../strings/say.ts';
import { CopyButton } from '../../ui/copy/copy-button.tsx';
import { Segmented } from '../../ui/form/segmented.tsx';
import { makeReadable, piecesOf, sizeText } from './body-text.ts';
import type { Readable } from './body-text.ts';
import { plainLines } from '../../state/words/plain-text.ts';

type Form = 'read' | 'raw';

interface BodyPanelProps {
  readonly side: 'sent' | 'got';
  readonly body: BodyView;
}

/** One side of a request, to read or as it came. */
export function BodyPanel({ side, body: { text, size, cut } }: BodyPanelProps): ReactNode {
  const words = say.bodies;
  const [form, setForm] = useState<Form>('read');
  const readable = useMemo(() => makeReadable(text ?? ''), [text]);
  const forms = (['read', 'raw'] as const).map((value) => ({ value, text: words.forms[value] }));
  const isText = text !== null && text !== '';
  return (
    <section className="body">
      <div className="body-head">
        <h3>{words[side]}</h3>
        {isText && (
          <span className="faint number">
            {cut
              ? words.sizeCut(sizeText(new TextEncoder().encode(text).length), sizeText(size))
              : words.size(sizeText(size))}
          </span>
        )}
        {isText && <CopyButton kind="quiet" text={text} label={side === 'sent' ? words.copySent : words.copyGot} />}
      </div>
      {isText && readable.as !== 'raw' && (
        <Segmented<Form>
          label={side === 'sent' ? words.sentForm : words.gotForm}
          options={forms}
          value={form}
          onPick={setForm}
        />
      )}
      {isText ? (
        <BodyContent text={text} readable={form === 'raw' ? { as: 'raw' } : readable} />
      ) : (
        <p className="faint">{size === 0 ? words.empty : words.noText(sizeText(size))}</p>
      )}
    </section>
  );
}

function BodyContent({ text, readable }: { readonly text: string; readonly readable: Readable }): ReactNode {
  if (readable.as !== 'stream') return <LongText text={readable.as === 'json' ? readable.text : text} />;
  return readable.parts.map(({ of, name, text: said }, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- what was said does not change its order any more
    <div key={index}>
      {(of !== 'text' || readable.parts.length > 1) && (
        <p className="faint body-part">{name === undefined ? say.bodies.parts[of] : say.bodies.call(name)}</p>
      )}
      {said !== '' && <LongText text={said} />}
    </div>
  ));
}

/**
 * A megabyte of text, of which the browser lays out only the pieces in sight. It can be selected and searched as a
 * whole.
 */
function LongText({ text }: { readonly text: string }): ReactNode {
  const pieces = useMemo(() => piecesOf(plainLines(text)), [text]);
  return (
    // A box that scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <pre className="body-text" tabIndex={0}>
      {pieces.map((piece, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- pieces of one text
        <span key={index}>{piece}</span>
      ))}
    </pre>
  );
}
