import type { JsonObject } from '../../dialect.ts';
import { FIRST_SETTINGS, updateSettings, worstOf } from './session-settings.ts';
import type { SessionSettings } from './session-settings.ts';

/** The settings of a session: those that the provider has confirmed, and those that are on their way there. */
export interface SettingsBook {
  /** The client asks for a change. @returns the format of sound that nobody knows, where it names one */
  ask(key: string, session: JsonObject): { readonly unknownFormat: string } | undefined;
  /**
   * The provider has said what is in force: after a change, or at the beginning.
   * @param limited Purser's own limit: it is not what the client wants
   */
  confirm(session: JsonObject, isChange: boolean, limited: number | undefined): void;
  /** The provider has refused a change. */
  reject(key: string): void;
  /** The dearest that may be in force now. */
  worst(): SessionSettings;
  /** As they are once everything on its way has arrived. */
  latest(): SessionSettings;
}

export function createSettingsBook(): SettingsBook {
  let confirmed = FIRST_SETTINGS;
  let asked: readonly { readonly key: string; readonly after: SessionSettings }[] = [];
  return {
    ask(key, session) {
      const after = updateSettings(asked.at(-1)?.after ?? confirmed, session);
      if ('unknownFormat' in after) return after;
      asked = [...asked, { key, after }];
      return undefined;
    },
    confirm(session, isChange, limited) {
      const now = updateSettings(confirmed, session);
      if (!('unknownFormat' in now))
        confirmed = now.limit === limited && limited !== undefined ? { ...now, limit: confirmed.limit } : now;
      if (isChange) asked = asked.slice(1);
    },
    reject: (key) => void (asked = asked.filter((one) => one.key !== key)),
    worst: () => worstOf([confirmed, ...asked.map(({ after }) => after)]),
    latest: () => asked.at(-1)?.after ?? confirmed,
  };
}
