import type { AccountView, WakeSource, WatchedDriveView } from '../../shared/snapshot.ts';
import { useAnnounce } from '../shell/announcer.tsx';
import { useFailures } from '../shell/failure.tsx';
import { again } from '../sign-in/asks.ts';
import { useSignIn } from '../sign-in/sign-in.tsx';
import { useSurroundings } from '../surroundings.ts';

interface DriveActions {
  readonly open: () => void;
  readonly openRecycleBin: () => void;
  readonly checkNow: () => void;
  readonly learnNames: (wanted: boolean) => Promise<void>;
  /** Whether it was kept. */
  readonly wakeBy: (source: WakeSource) => Promise<boolean>;
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
    openRecycleBin: () => void act(api.openRecycleBin(watchId), name),
    checkNow: () => {
      announce(t('drives.checking', { drive: name }));
      void act(api.checkNow(watchId), name);
    },
    learnNames: async (wanted) => {
      if (!(await act(api.learnNames(watchId, wanted), name))) return;
      announce(wanted ? t('drives.learning-label', { drive: name }) : t('drives.names.stopped'));
    },
    wakeBy: (source) => act(api.setWakeBy(watchId, source), name),
    signIn: () => signIn(again({ accountId, cloud: account?.cloud ?? 'global' })),
  };
}
