import { visibleText } from '../../../shared/visible-text.ts';
import { words } from '../words/words.ts';

/**
 * The words of the page that asks for the vault's passphrase, as a part of its address. The page makes text of them,
 * never markup: the reason names a file, and a file can be called anything.
 * @param isNew asked twice: nobody can recover it
 * @param why what was wrong with the one before; empty at first
 */
export function passphraseQuery(isNew: boolean, why: string): string {
  const { passphrase } = words;
  const heading = isNew ? passphrase.choose : passphrase.unlock;
  return `?${new URLSearchParams({
    heading,
    title: passphrase.title(heading),
    explanation: isNew ? passphrase.chooseWhy : passphrase.unlockWhy,
    passphrase: passphrase.passphrase,
    ...(isNew && { again: passphrase.again, rule: passphrase.rule, differ: passphrase.differ }),
    why: visibleText(why),
    cancel: passphrase.cancel,
    open: isNew ? passphrase.create : passphrase.open,
  }).toString()}`;
}
