import { Message, MessageFlag, sessionBus, Variant } from '@jellybrick/dbus-next';
import { z } from 'zod';

/*
 * A panel as a Linux desktop has one, reduced to what a tray item meets: a StatusNotifierWatcher with a host, and a
 * notification server. @jellybrick/dbus-next speaks D-Bus because it is plain JavaScript, typed, and the fork of
 * dbus-next that is still released.
 */
const WATCHER = 'org.kde.StatusNotifierWatcher';
const NOTIFICATIONS = 'org.freedesktop.Notifications';
const ITEM = 'org.kde.StatusNotifierItem';
const MENU = 'com.canonical.dbusmenu';

/** A notification as the app sent it. */
export interface Shown {
  readonly id: number;
  readonly title: string;
  readonly body: string;
}

/** A line of the tray's menu: its label, and what lies behind it. */
export interface PanelLine {
  readonly id: number;
  readonly label: string;
  readonly ticked: boolean | undefined;
  /** A picture stands before the label. */
  readonly pictured: boolean;
  readonly lines: readonly PanelLine[];
}

export interface Panel {
  /** Items that have registered and are still there; a name on the bus each. */
  readonly items: () => readonly string[];
  /** The text that the panel shows when the pointer rests on the item. */
  readonly tooltip: () => Promise<string>;
  /** The picture, as a text that differs when it does. */
  readonly picture: () => Promise<string>;
  /** A click on the item itself. */
  readonly activate: () => Promise<void>;
  readonly menu: () => Promise<readonly PanelLine[]>;
  readonly click: (line: PanelLine) => Promise<void>;
  readonly notifications: readonly Shown[];
  /** Those that the app has taken back. */
  readonly closedNotifications: readonly number[];
  /** Clicks a notification itself, not a button of it. */
  readonly clickNotification: (id: number) => void;
  readonly close: () => void;
}

const variant = z.instanceof(Variant);
const layout: z.ZodType<PanelLine> = z
  .tuple([z.int(), z.record(z.string(), variant), z.array(variant)])
  .transform(([id, properties, children]): PanelLine => {
    const state = properties['toggle-state']?.value;
    return {
      id,
      // An underscore marks a mnemonic, two are one.
      label: z.string().catch('').parse(properties['label']?.value).replaceAll(/_(.?)/g, '$1'),
      ticked: typeof state === 'number' && properties['toggle-type'] !== undefined ? state === 1 : undefined,
      pictured: properties['icon-data'] !== undefined,
      lines: children.map(({ value }) => layout.parse(value)),
    };
  });
const notify = z.tuple([z.string(), z.number(), z.string(), z.string(), z.string()]).rest(z.unknown());

/** Joins the bus at `address` as a panel. */
export async function openPanel(address: string): Promise<Panel> {
  const bus = sessionBus({ busAddress: address });
  const items: string[] = [];
  const notifications: Shown[] = [];
  const closedNotifications: number[] = [];

  /** The panel's answer for each method: signature and body. */
  const methods: Readonly<Record<string, (message: Message) => readonly [string, unknown[]]>> = {
    [`${WATCHER}.RegisterStatusNotifierItem`]({ body }) {
      items.push(z.string().parse(body[0]));
      return ['', []];
    },
    'org.freedesktop.DBus.Properties.Get': ({ body }) => [
      'v',
      [body[1] === 'ProtocolVersion' ? new Variant('i', 0) : new Variant('b', true)],
    ],
    [`${NOTIFICATIONS}.GetCapabilities`]: () => ['as', [['actions', 'body']]],
    [`${NOTIFICATIONS}.GetServerInformation`]: () => ['ssss', ['panel', 'tests', '1', '1.2']],
    [`${NOTIFICATIONS}.CloseNotification`]({ body }) {
      closedNotifications.push(z.number().parse(body[0]));
      return ['', []];
    },
    [`${NOTIFICATIONS}.Notify`]({ body }) {
      const [, , , title, text] = notify.parse(body);
      notifications.push({ id: notifications.length + 1, title, body: text });
      return ['u', [notifications.length]];
    },
  };
  bus.addMethodHandler((message: Message) => {
    const method = methods[`${message.interface}.${message.member}`];
    if (!method) return false;
    const [signature, body] = method(message);
    if ((message.flags & MessageFlag.NO_REPLY_EXPECTED) === 0)
      bus.send(Message.newMethodReturn(message, signature, body));
    return true;
  });
  await bus.requestName(WATCHER);
  await bus.requestName(NOTIFICATIONS);

  async function call(
    path: string,
    face: string,
    member: string,
    signature: string,
    body: unknown[],
  ): Promise<readonly unknown[]> {
    const destination = items.at(-1);
    if (destination === undefined) throw new Error('no tray item has registered');
    const reply = await bus.call(new Message({ destination, path, interface: face, member, signature, body }));
    if (!reply) throw new Error(`no reply to ${member}`);
    return reply.body;
  }

  async function property(name: string): Promise<unknown> {
    const [value] = await call('/StatusNotifierItem', 'org.freedesktop.DBus.Properties', 'Get', 'ss', [ITEM, name]);
    return variant.parse(value).value;
  }

  const menuPath = async (): Promise<string> => z.string().parse(await property('Menu'));

  return {
    items: () => items,
    tooltip: async () => z.string().parse(z.array(z.unknown()).parse(await property('ToolTip'))[2]),
    picture: async () => JSON.stringify(await property('IconPixmap')),
    async activate() {
      await call('/StatusNotifierItem', ITEM, 'Activate', 'ii', [0, 0]);
    },
    async menu() {
      const [, root] = await call(await menuPath(), MENU, 'GetLayout', 'iias', [0, -1, []]);
      return layout.parse(root).lines;
    },
    async click({ id }) {
      await call(await menuPath(), MENU, 'Event', 'isvu', [id, 'clicked', new Variant('i', 0), 0]);
    },
    notifications,
    closedNotifications,
    clickNotification: (id) =>
      bus.send(
        Message.newSignal('/org/freedesktop/Notifications', NOTIFICATIONS, 'ActionInvoked', 'us', [id, 'default']),
      ),
    close: () => bus.disconnect(),
  };
}
