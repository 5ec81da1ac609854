export const failures = {
  'sign-in.cancelled': 'Sign-in was cancelled.',
  'sign-in.timed-out': 'Sign-in took too long and was stopped.',
  'sign-in.no-network': 'There is no network. Connect to the internet, then try again.',
  'sign-in.microsoft-down': 'Microsoft does not answer at the moment. Try again in a few minutes.',
  'sign-in.code-expired': 'The code has expired. Try again to get a new one.',
  'sign-in.code-refused':
    'Microsoft refused this way of signing in; your organization may not allow codes. Sign in in the browser instead.',
  'sign-in.client-id-wrong':
    'Microsoft does not know this copy’s client ID. If you typed it in, compare it with the app’s overview page.',
  'sign-in.client-id-missing':
    'This copy of Drivebell has no client ID for this cloud, so it cannot sign in there.',
  'sign-in.client-audience-wrong':
    'The app registration does not allow this kind of account. Its supported account types have to include yours.',
  'sign-in.client-not-public':
    'The app registration is not made for desktop apps. Its platform has to be “Mobile and desktop applications”, with public client flows allowed.',
  'sign-in.declined':
    'The permission to read your drives was declined. Drivebell needs it to work.',
  'sign-in.other-account':
    'That was another account. Choose the account whose drives you want to watch.',
  'sign-in.needs-administrator':
    'Your organization wants an administrator to approve Drivebell first.',
  'sign-in.browser-did-not-open': 'Your browser did not open. Check your default browser.',
  'sign-in.not-kept': 'Your sign-in could not be saved. The disk may be full.',
  'sign-in.ended': 'Your sign-in has ended.',
  'sign-in.unexpected-answer': 'Microsoft’s answer could not be understood. Try again.',

  'failure.bad-request': 'Drivebell did not understand this request.',
  'failure.not-trusted':
    'This request was refused because it did not come from Drivebell’s window.',
  'failure.too-many-rules': 'There are too many rules. Remove some first.',
  'failure.program-not-runnable':
    'That file cannot be run. Choose a program or a script that is marked as executable.',
  'failure.address-not-local':
    'That is not an address on this computer. It looks like http://localhost:8080/changes.',
  'failure.address-not-public':
    'Microsoft cannot reach that address. One that works looks like https://bell.example.com/drivebell.',
  'failure.not-found': 'This is no longer there.',
  'failure.link-not-allowed': 'This link was not opened because it does not lead to Microsoft.',
  'failure.client-id-malformed':
    'That is not a client ID. It looks like 00000000-0000-0000-0000-000000000000.',
  'failure.login-item-failed':
    'Your system did not change what starts when you sign in. Try again.',
  'failure.shortcut-unusable':
    'These keys cannot be used. Hold Ctrl, Alt or the system key and press a letter, digit or function key.',
  'failure.shortcut-taken': 'Another program uses these keys. The shortcut stays as it was.',
  'failure.file-not-written': 'The file could not be written. Choose another place.',
  'failure.file-not-read': 'The file could not be read.',
  'failure.file-not-settings':
    'This file holds no settings of Drivebell, or those of a later version. Nothing has changed.',
  'failure.try-out-failed':
    'The trial could not be started. Run “npm run demo” in the folder of Drivebell.',
  'failure.copy-failed': 'Your system did not take the text. Try again.',
  'failure.busy': 'Drivebell is still busy with the last request. Try again in a moment.',
  'failure.internal': 'This did not work. Restart Drivebell if it happens again.',

  'trouble.tokens-not-saved':
    'Your sign-in could not be saved on this computer. Until it can be, you will sign in again after a restart.',
  'trouble.tokens-weak-storage':
    'This system offers no keyring to keep your sign-in safe, so you will sign in again after a restart.',
  'trouble.tokens-restored':
    'The file with your sign-in was damaged. It was set aside and the last good copy is in use.',
  'trouble.tokens-lost':
    'The file with your sign-in was damaged and was set aside. Please sign in again.',
  'trouble.tokens-key-changed':
    'Your system now uses another keyring, which cannot open your stored sign-in. Please sign in again.',
  'trouble.clock-wrong':
    'This computer’s clock is wrong by more than five minutes. Set it right, or signing in may fail.',
  'trouble.notifications-failed.linux':
    'Your desktop did not take the last notification. Look for Drivebell in its notification settings.',
  'trouble.notifications-failed.windows':
    'Windows did not show the last notification. Turn Drivebell on in Settings › System › Notifications, and look there whether “Do not disturb” or Focus holds notifications back.',
  'trouble.notifications-failed.mac':
    'macOS did not show the last notification. Allow Drivebell in System Settings › Notifications.',
  'trouble.notifications-unsupported.linux':
    'No notification service runs on this desktop. Start the one of your desktop, or install one such as dunst or mako. Until then, changes appear only in this list and in the tray.',
  'trouble.notifications-unsupported.windows':
    'Windows offers no notifications here. Look at Settings › System › Notifications. Until then, changes appear only in this list and in the tray.',
  'trouble.notifications-unsupported.mac':
    'macOS offers no notifications here. Look at System Settings › Notifications. Until then, changes appear only in this list and in the menu bar.',
  'trouble.tray-missing':
    'Your desktop shows no tray icons. On GNOME, install the AppIndicator extension. Until then, start Drivebell again whenever you want this window.',
  'trouble.config-set-aside':
    'The settings file was damaged. It was set aside and the last good copy is in use.',
  'trouble.config-lost':
    'The settings file was damaged and was set aside. Please set Drivebell up again.',
  'trouble.shortcut-taken':
    'Another program has taken the keys that open Drivebell. Choose others under Settings.',
  'trouble.config-in-part':
    'Parts of the settings file were damaged and left out; a copy is kept. Please check your drives and rules.',
  'trouble.database-set-aside':
    'The activity file was damaged and was set aside. The names in your drives are learned anew.',
} as const;
