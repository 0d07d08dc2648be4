import type { Finding } from '../../../shared/contract/connection-views.ts';
import type { WayOutView } from '../../../shared/contract/way-out-view.ts';
import { proxiesOf } from '../../egress/read-egress.ts';
import { viewWayOut } from '../../egress/view-way-out.ts';
import { finding } from './finding.ts';

/** The variables of a shell, and the way out that the running gateway has. */
interface WayOutScene {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly where: string;
  readonly wayOut: WayOutView;
}

/**
 * Looks at how Purser reaches providers: settings of no use, and a shell that is told another way. Shows no password.
 */
export function checkWayOut({ env, where, wayOut }: WayOutScene): readonly Finding[] {
  const problems = wayOut.problems.map((text, index) =>
    finding({
      id: `way-out:${index + 1}`,
      severity: 'warning',
      text,
      byHand: 'Fix it where you start Purser, then start Purser again.',
    }),
  );
  const { https } = viewWayOut(proxiesOf(env));
  if (https?.proxy === wayOut.https?.proxy) return problems;
  const subject = where.charAt(0).toUpperCase() + where.slice(1);
  return [
    ...problems,
    finding({
      id: 'way-out-differs',
      severity: 'warning',
      text:
        `${subject} goes out ${wayOf(https)}, but the running Purser goes out ${wayOf(wayOut.https)}: ` +
        'it was started with other variables.',
      byHand: 'If providers cannot be reached, start Purser again from this shell.',
    }),
  ];
}

function wayOf(hop: WayOutView['https']): string {
  return hop ? `through ${hop.proxy ?? 'a proxy that cannot be used'} (${hop.source})` : 'straight to providers';
}
