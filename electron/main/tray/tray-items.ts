import type { ApprovalAnswer } from '../../../shared/contract/approval-views.ts';
import type { CapView } from '../../../shared/contract/views.ts';
import type { AgentId, ApprovalId } from '../../../shared/ids.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import type { PageRoute } from '../../../shared/page-routes.ts';
import type { PolicyScope } from '../../../shared/policy.ts';
import { clipped, oneLine } from '../../../shared/visible-text.ts';
import type { AgentDot } from './agent-dot.ts';

/** A request to the gateway. */
export type GatewayAction =
  | { readonly kind: 'pause-agent' | 'resume-agent'; readonly id: AgentId }
  | { readonly kind: 'pause-everything' | 'resume-everything' }
  | {
      readonly kind: 'answer-approval';
      readonly id: ApprovalId;
      readonly answer: ApprovalAnswer;
      readonly raiseBy?: Nanodollars;
    }
  | ({ readonly kind: 'raise-cap'; readonly scope: PolicyScope; readonly extra: Nanodollars } & Pick<
      CapView,
      'window' | 'rolling'
    >);

/** The wish behind a click in the tray. */
export type TrayAction =
  | GatewayAction
  | { readonly kind: 'revoke-agent'; readonly id: AgentId }
  | { readonly kind: 'open-dashboard'; readonly route?: PageRoute }
  | { readonly kind: 'start-at-login'; readonly on: boolean }
  | { readonly kind: 'revoke-everything' | 'restart-gateway' | 'use-keychain' | 'quit' };

export type TrayItem =
  | { readonly kind: 'separator' }
  | { readonly kind: 'text'; readonly label: string }
  | { readonly kind: 'button'; readonly label: string; readonly action: TrayAction }
  | { readonly kind: 'checkbox'; readonly label: string; readonly checked: boolean; readonly action: TrayAction }
  | { readonly kind: 'submenu'; readonly label: string; readonly dot?: AgentDot; readonly items: readonly TrayItem[] };

export const SEPARATOR: TrayItem = { kind: 'separator' };

export function text(label: string): TrayItem {
  return { kind: 'text', label };
}

export function button(label: string, action: TrayAction): TrayItem {
  return { kind: 'button', label, action };
}

/** A menu is as wide as its longest line. */
export function shorten(label: string, longest: number): string {
  return clipped(oneLine(label), longest);
}
