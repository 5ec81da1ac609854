import type { ItemKind } from '../../shared/activity.ts';
import type { Found } from '../../shared/finding.ts';
import type { Drive } from '../graph/drives.ts';
import { placeIdOf, watchIdOf } from '../ids.ts';
import type { WatchedDrive } from '../settings/settings.ts';

/** Where drives are, and none itself. */
export interface Place {
  readonly accountId: string;
  readonly kind: 'site' | 'group';
  /** Microsoft's. */
  readonly id: string;
  readonly name: string;
  readonly detail: string | null;
}

interface OfferedItem {
  readonly id: string;
  readonly name: string;
  readonly kind: ItemKind;
  readonly webUrl: string | null;
}

/** A drive, or one item in it, that can be watched. */
export interface Offer {
  readonly accountId: string;
  readonly drive: Drive;
  readonly isOthers: boolean;
  /** Null: the whole drive. */
  readonly item: OfferedItem | null;
}

/** Far more than anybody looks through; the oldest are forgotten. */
const mostKept = 20_000;

/** What was found, known again by the ids that were handed out for it. */
export class Findings {
  readonly #isWatched: (watchId: string) => boolean;
  readonly #places = new Map<string, Place>();
  readonly #offers = new Map<string, Offer>();

  constructor(isWatched: (watchId: string) => boolean) {
    this.#isWatched = isWatched;
  }

  addPlace(place: Place): Found {
    const { accountId, kind, id, name, detail } = place;
    const foundId = placeIdOf(accountId, kind, id);
    keep(this.#places, foundId, place);
    return { foundId, kind, name, detail, watched: false };
  }

  addOffer(offer: Offer): Found {
    const { accountId, drive, item } = offer;
    const foundId = watchIdOf(accountId, drive.driveId, item?.id);
    keep(this.#offers, foundId, offer);
    const watched = this.#isWatched(foundId);
    if (item === null) {
      const { kind, name, owner } = drive;
      return { foundId, kind, name, detail: owner, watched };
    }
    // Shortcuts are never offered.
    const kind = item.kind === 'link' ? 'file' : item.kind;
    return { foundId, kind, name: item.name, detail: drive.name, watched };
  }

  place(foundId: string): Place | undefined {
    return this.#places.get(foundId);
  }

  offer(foundId: string): Offer | undefined {
    return this.#offers.get(foundId);
  }

  /** As they are watched; null when one of them was never found. */
  chosen(foundIds: readonly string[]): readonly WatchedDrive[] | null {
    const drives = foundIds.map((foundId) => {
      const offer = this.#offers.get(foundId);
      return offer ? watchedAs(foundId, offer) : null;
    });
    return drives.includes(null) ? null : (drives as readonly WatchedDrive[]);
  }
}

function keep<T>(kept: Map<string, T>, id: string, value: T): void {
  kept.delete(id);
  kept.set(id, value);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
}

function watchedAs(watchId: string, { accountId, drive, isOthers, item }: Offer): WatchedDrive {
  const { driveId, name, kind, webUrl } = drive;
  const scope = item && { itemId: item.id, name: item.name, webUrl: item.webUrl };
  return {
    watchId,
    accountId,
    driveId,
    name,
    label: null,
    kind,
    webUrl,
    scope,
    isOthers,
    wakeBy: 'push',
  };
}

/** Libraries of most sites are called the same. */
export function nameWithin(where: string | null, name: string): string {
  return where === null || where === '' || where === name ? name : `${where} / ${name}`;
}
