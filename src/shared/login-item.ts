/**
 * Whether the app starts when the person signs in to the computer, as the system says.
 * `needs-approval`: macOS waits for the person to allow it. `not-installed`: only a packaged app can.
 */
export type LoginItemState = 'on' | 'off' | 'needs-approval' | 'not-installed';
