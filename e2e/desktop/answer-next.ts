import type { ElectronApplication } from '@playwright/test';
import { doInMain, readInMain } from './in-main.ts';

/** Answers the next question with the button of this name, as a person would. @returns what was asked. */
export async function answerNext(app: ElectronApplication, button: string): Promise<() => Promise<string>> {
  await doInMain(() =>
    app.evaluate(({ dialog }, label) => {
      Object.assign(globalThis, { asked: '' });
      Object.assign(dialog, {
        showMessageBox(_window: unknown, box: Electron.MessageBoxOptions): Promise<Electron.MessageBoxReturnValue> {
          Object.assign(globalThis, { asked: `${box.message}\n${box.detail}` });
          return Promise.resolve({ response: (box.buttons ?? []).indexOf(label), checkboxChecked: false });
        },
      });
    }, button),
  );
  return () => readInMain(() => app.evaluate(() => String(Reflect.get(globalThis, 'asked'))));
}
