import type { AccountView, WatchedDriveView } from '../../shared/snapshot.ts';
import { useAnnounce } from '../shell/announcer.tsx';
import { useFailures } from '../shell/failure.tsx';
import { again } from '../sign-in/asks.ts';
import { useSignIn } from '../sign-in/sign-in.tsx';
import { useSurroundings } from '../surroundings.ts';

interface DriveActions {
  readonly open: () => void;
  readonly checkNow: () => void;
  readonly stop: () => void;
  readonly signIn: () => void;
}

/** What can be asked for one drive; failures are shown above the content. */
export function useDriveActions(drive: WatchedDriveView, account?: AccountView): DriveActions {
  const { watchId, accountId, name } = drive;
  const { api, t } = useSurroundings();
  const { act } = useFailures();
  const announce = useAnnounce();
  const { signIn } = useSignIn();
  return {
    open: () => void act(api.openDrive(watchId), name),
    checkNow: () => {
      announce(t('drives.checking', { drive: name }));
      void act(api.checkNow(watchId), name);
    },
    stop: () => void act(api.stopWatching(watchId), name),
    signIn: () => signIn(again({ accountId, cloud: account?.cloud ?? 'global' })),
  };
}
