import type { Drivebell } from '../core/drivebell.ts';
import type { Page } from '../shared/pages.ts';
import type { TrayCommand } from '../shared/texts/tray-menu.ts';

export interface Asked {
  readonly drivebell: Pick<Drivebell, 'history' | 'preferences' | 'updates'>;
  readonly show: (page?: Page) => void;
  readonly quit: () => void;
}

/** Does what was chosen in the tray's menu. What cannot be opened is shown in the window instead. */
export async function runTrayCommand(asked: Asked, command: TrayCommand): Promise<void> {
  const { drivebell, show, quit } = asked;
  const { history, preferences } = drivebell;
  switch (command.ask) {
    case 'show':
      return show(command.page ?? undefined);
    case 'open-item':
      if (!(await history.openItem(command.activityId)).ok) show('activity');
      return undefined;
    case 'pause':
      preferences.pause(command.until);
      return undefined;
    case 'resume':
      preferences.resume();
      return undefined;
    case 'mark-read':
      history.markRead(command.upTo);
      return undefined;
    case 'update':
      drivebell.updates.restart();
      return undefined;
    case 'quit':
      return quit();
  }
}
