// drivebell(one-user) src/main/updates/updater.ts loads it
import electronUpdater from 'electron-updater';

export const feed = electronUpdater.autoUpdater.getFeedURL();
