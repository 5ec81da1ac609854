export interface StandInEvent {
  defaultPrevented: boolean;
  preventDefault(): void;
}

/** The first argument of Electron's events. */
export function createEvent<T extends object = object>(details?: T): StandInEvent & T {
  const event = {
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true;
    },
  };
  return Object.assign(event, details);
}
