import type { WebContents } from 'electron';

/** What of a page is played with Electron's own types. */
export type PlayedMembers = Pick<
  WebContents,
  | 'id'
  | 'zoomLevel'
  | 'getURL'
  | 'getTitle'
  | 'getType'
  | 'isLoading'
  | 'isLoadingMainFrame'
  | 'isCrashed'
  | 'isDestroyed'
  | 'isFocused'
  | 'getZoomLevel'
  | 'setZoomLevel'
  | 'openDevTools'
  | 'closeDevTools'
  | 'focus'
  | 'isDevToolsOpened'
  | 'loadURL'
  | 'reload'
  | 'send'
  | 'executeJavaScript'
  | 'forcefullyCrashRenderer'
  | 'close'
>;
