import { clipped, isolated, oneLine, withoutHidden } from '../../../shared/visible-text.ts';

/*
 * Menus, notifications and dialogs are drawn by the desktop, which knows nothing of where a name begins or ends. All of
 * their texts come through here.
 */

const LONGEST_TITLE = 100;
const LONGEST_BODY = 400;

/** A line of a menu, a title, a tooltip. */
export function label(text: string): string {
  return isolated(oneLine(text));
}

/** The text of a dialog: our line breaks stay. */
export function dialogText(text: string): string {
  return isolated(withoutHidden(text));
}

/** The title of a notification, which is plain text everywhere. */
export function notificationTitle(text: string): string {
  return label(clipped(oneLine(text), LONGEST_TITLE));
}

/**
 * The body of a notification. Notification servers of Linux read markup in it, and Electron passes it on as it is.
 * Source: Desktop Notifications Specification 1.2, "Markup"; 2026-11.
 */
export function notificationBody(text: string, platform: NodeJS.Platform): string {
  const body = label(clipped(oneLine(text), LONGEST_BODY));
  return platform === 'linux' ? body.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : body;
}
