import type { StayReason } from '../../../shared/mcp/mcp-moves.ts';

/** Why a server stays where it is, and what can be done, as the rest of a sentence. */
export function stayText({ code, about }: StayReason): string {
  switch (code) {
    case 'off':
      return 'it is switched off there';
    case 'variable':
      return `it needs ${about}, which only the tool can fill in; write the value itself there, and move it then`;
    case 'setting':
      return `its setting "${about}" would be lost: Purser has none like it`;
    case 'older':
      return 'it speaks only the older transport (SSE), which Purser does not';
    case 'folder':
      return `${about} begins in the folder where the tool happens to run; write the whole path there`;
    case 'secret':
      return (
        `its ${about.startsWith('-') || about.startsWith('number') ? `argument ${about}` : 'address'} may hold a ` +
        `secret, and Purser shows arguments and addresses; put the secret into a variable or a header first`
      );
    case 'form':
      return 'Purser does not know the form of its entry';
    case 'name':
      return 'no name can be made of its own; give it one: --as NAME';
    case 'taken':
      return `Purser has something else named ${about}; give it another name: --as NAME`;
    case 'unreachable':
      return `${about} To move it anyway: --unchecked`;
  }
}
