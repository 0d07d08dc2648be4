import { PurserError } from '../../shared/errors.ts';
import { ask, endLine } from '../screen/output.ts';

/** The text typed so far, after the keys of one chunk. */
interface Typed {
  readonly text: string;
  readonly end: 'enter' | 'cancel' | undefined;
}

// oxlint-disable-next-line no-control-regex -- escape sequences begin with a control character.
const ESCAPE_SEQUENCE = /\u001b(?:\[[0-9;?]*[A-Za-z~]|O[A-Za-z])/g;

/**
 * Asks on the terminal without showing what is typed. The prompt goes to stderr, because stdout is for results.
 * @throws PurserError `INVALID_INPUT` on Ctrl-C or Ctrl-D; the terminal is as it was before.
 */
export async function promptHidden(prompt: string): Promise<string> {
  const { stdin } = process;
  stdin.setRawMode(true);
  stdin.setEncoding('utf8');
  ask(prompt);
  try {
    return await new Promise<string>((resolve, reject) => {
      let text = '';
      const cancel = () => reject(new PurserError('INVALID_INPUT', 'Cancelled; nothing was changed.'));
      stdin.on('data', (chunk) => {
        const typed = typeKeys(text, String(chunk));
        text = typed.text;
        if (typed.end === 'enter') resolve(text);
        if (typed.end === 'cancel') cancel();
      });
      stdin.once('end', cancel);
      stdin.once('error', cancel);
      stdin.resume();
    });
  } finally {
    stdin.removeAllListeners('data').removeAllListeners('end').removeAllListeners('error');
    stdin.setRawMode(false);
    stdin.pause();
    endLine();
  }
}

/**
 * Applies keys as a terminal sends them in raw mode: Enter, Backspace, Ctrl-U, Ctrl-C, Ctrl-D; pasted text as it is.
 */
export function typeKeys(before: string, keys: string): Typed {
  let letters = Array.from(before);
  // Arrow keys and the brackets that terminals put around pasted text are no letters.
  for (const key of keys.replace(ESCAPE_SEQUENCE, '')) {
    if (key === '\r' || key === '\n') return { text: letters.join(''), end: 'enter' };
    if (key === '\u0003' || (key === '\u0004' && letters.length === 0)) return { text: '', end: 'cancel' };
    if (key === '\u007f' || key === '\b') letters = letters.slice(0, -1);
    else if (key === '\u0015') letters = [];
    else if (key >= ' ') letters.push(key);
  }
  return { text: letters.join(''), end: undefined };
}
