'use strict';
/** Loaded with `-r`: says when the tray is there, for the app as for the empty main. */
const { Tray } = require('electron');

let isSaid = false;
const setContextMenu = Reflect.get(Tray.prototype, 'setContextMenu');
Tray.prototype.setContextMenu = function (menu) {
  const result = setContextMenu.call(this, menu);
  if (!isSaid) process.stdout.write('tray\n');
  isSaid = true;
  return result;
};
