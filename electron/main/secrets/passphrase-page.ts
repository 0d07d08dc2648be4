import { visibleText } from '../../../shared/visible-text.ts';
import { words } from '../app/words.ts';

/** Nothing but the page's own style. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const STYLE = `
:root { color-scheme: light dark; font: 14px/20px system-ui, sans-serif; }
body { margin: 0; padding: 20px 24px; }
h1 { font-size: 16px; line-height: 24px; margin: 0 0 4px; }
p { margin: 0 0 16px; }
label { display: block; margin-bottom: 12px; }
input { box-sizing: border-box; display: block; font: inherit; margin-top: 4px; padding: 6px 8px; width: 100%; }
button { font: inherit; padding: 6px 16px; }
[role="alert"] { margin: 0 0 12px; min-height: 20px; }
`;

/**
 * The page that asks for the vault's passphrase, as a URL.
 * @param isNew asked twice: nobody can recover it
 * @param why what was wrong with the one before; empty at first
 */
export function passphrasePageUrl(isNew: boolean, why: string): string {
  return `data:text/html;charset=utf-8,${encodeURIComponent(html(isNew, why))}`;
}

function html(isNew: boolean, why: string): string {
  const { passphrase } = words;
  const title = isNew ? passphrase.choose : passphrase.unlock;
  const explanation = isNew ? passphrase.chooseWhy : passphrase.unlockWhy;
  const again = isNew
    ? `<label>${passphrase.again}<input type="password" autocomplete="off" required maxlength="1024"></label>`
    : '';
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="content-security-policy" ` +
    `content="${POLICY}">
<title>${passphrase.title(title)}</title><style>${STYLE}</style></head><body>
<h1>${title}</h1><p>${explanation}</p>
<form><label>${passphrase.passphrase}<input type="password" autocomplete="off" required maxlength="1024" ` +
    `autofocus></label>${again}
<p ` +
    `role="alert">${escapeHtml(visibleText(why))}</p><button>${isNew ? passphrase.create : passphrase.open}</` +
    `button></form></body></html>`
  );
}

/** The reason names a file, and a file can be called anything. */
function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
