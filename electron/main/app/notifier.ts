import type { Notification, NotificationConstructorOptions } from 'electron';
import { answersTo } from '../../../shared/contract/approval-views.ts';
import type { ApprovalView } from '../../../shared/contract/approval-views.ts';
import type { NoticeView } from '../../../shared/contract/views.ts';
import type { NotificationTopic } from '../../../shared/settings/settings.ts';
import type { ApprovalId } from '../../../shared/ids.ts';
import { clippedName, quotedName } from '../../../shared/visible-text.ts';
import type { Headlines } from './news.ts';
import type { PageRoute } from '../../../shared/page-routes.ts';
import { notificationBody, notificationTitle } from './plain-text.ts';
import type { TrayAction } from '../tray/tray-items.ts';
import { words } from '../words/words.ts';

/** The part of Electron's notification that is used here. */
export interface Note extends Pick<Notification, 'show' | 'close'> {
  on(event: 'click' | 'close', listener: () => void): unknown;
  on(event: 'action', listener: (event: unknown, index: number) => void): unknown;
}

export interface NotifierParts {
  readonly create: (options: NotificationConstructorOptions) => Note;
  readonly platform: NodeJS.Platform;
  /** Whether the person wants to be told of this now. */
  readonly isWanted: (topic: NotificationTopic | undefined) => boolean;
  /** The person looks at the dashboard, which says the same: then nothing pops up. */
  readonly isWatched: () => boolean;
  readonly onAction: (action: TrayAction) => void;
}

/** What a notice is about, as it is switched off in the settings. What has none is always told. */
const TOPICS: Readonly<Record<NoticeView['kind'], NotificationTopic | undefined>> = {
  'cap-warning': 'caps',
  'approval-asked': 'approvals',
  'brake-warning': 'brakes',
  'brake-paused': 'brakes',
  prices: 'prices',
  'bill-fault': 'providers',
  'provider-question': 'providers',
  rotation: 'rotation',
  'not-stored': undefined,
  'ledger-replaced': undefined,
  'record-broken': undefined,
  'port-changed': undefined,
  'mcp-tool-changed': 'approvals',
};

/** A title is short: both names and our words have room in it. */
const LONGEST_AGENT = 32;
const LONGEST_MODEL = 40;

export interface Notifier {
  readonly tell: (news: Headlines) => void;
}

/** Desktop notifications: a click leads to its page of the dashboard, buttons (where the platform has them) answer. */
export function createNotifier({ create, platform, isWanted, isWatched, onAction }: NotifierParts): Notifier {
  // One that is forgotten is collected, and its click with it.
  const open = new Set<Note>();
  const questions = new Map<ApprovalId, Note>();

  function show(
    { title, body, ...more }: NotificationConstructorOptions & { readonly title: string; readonly body: string },
    onClick: TrayAction,
  ): Note {
    const note = create({ title: notificationTitle(title), body: notificationBody(body, platform), ...more });
    open.add(note);
    note.on('click', () => onAction(onClick));
    note.on('close', () => open.delete(note));
    note.show();
    return note;
  }

  function ask({ id, agent, reason, model, needed, raiseBy, call }: ApprovalView): void {
    const answers = answersTo({ call });
    const actions = answers.map((answer) => ({
      type: 'button' as const,
      text: words.notifications.answers[answer],
    }));
    const route = { page: 'overview', params: { approval: id } } as const;
    const note = show(
      {
        title: call
          ? words.notifications.asksToCall(clippedName(agent, LONGEST_AGENT), quotedName(model, LONGEST_MODEL))
          : words.notifications.asks(clippedName(agent, LONGEST_AGENT), quotedName(model, LONGEST_MODEL), needed),
        body: words.told(reason),
        actions,
      },
      { kind: 'open-dashboard', route },
    );
    note.on('action', (_event, index) => {
      const answer = answers[index];
      if (answer) onAction({ kind: 'answer-approval', id, answer, raiseBy });
    });
    questions.set(id, note);
  }

  return {
    tell({ notices, asked, answered }) {
      for (const id of answered) {
        const note = questions.get(id);
        questions.delete(id);
        if (!note) continue;
        open.delete(note);
        note.close();
      }
      if (isWatched()) return;
      for (const notice of notices.filter(({ kind }) => isWanted(TOPICS[kind]))) {
        // Backticks mark what to type; a notification knows no such marks.
        const note = {
          title: words.notifications.titles[notice.kind],
          body: words.told(notice.text).replaceAll('`', ''),
        };
        show(note, { kind: 'open-dashboard', ...routeOf(notice) });
      }
      if (isWanted('approvals')) asked.forEach(ask);
    },
  };
}

/** Where one would do something about it; nowhere in particular for most. */
function routeOf({ kind, provider, agentId }: NoticeView): { readonly route?: PageRoute } {
  const at = provider === undefined ? {} : { provider };
  if (kind === 'provider-question') return { route: { page: 'keys', params: at } };
  if (kind !== 'bill-fault' || agentId === null) return {};
  return { route: { page: 'requests', params: { agent: agentId, ...at } } };
}
