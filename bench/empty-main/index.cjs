'use strict';
const { app, Menu, nativeImage, Tray } = require('electron');

void app.whenReady().then(() => {
  globalThis.tray = new Tray(nativeImage.createEmpty());
  globalThis.tray.setContextMenu(Menu.buildFromTemplate([{ label: 'Quit' }]));
});
