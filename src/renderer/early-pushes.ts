import type { Api, PushName, Pushes } from '../shared/ipc.ts';

type Hear<P extends PushName> = (listener: (value: Pushes[P]) => void) => () => void;

/** Before anything is drawn nobody listens: the last push until then is told to whoever does first. */
export function withEarlyPushes(api: Api): Api {
  const hear: { readonly [P in PushName]: Hear<P> } = {
    snapshot: keeping(api, 'snapshot'),
    page: keeping(api, 'page'),
  };
  return { ...api, on: (push, listener) => hear[push](listener) };
}

function keeping<P extends PushName>(api: Api, push: P): Hear<P> {
  const missed: Pushes[P][] = [];
  const stop = api.on(push, (value) => missed.splice(0, 1, value));
  return (listener) => {
    stop();
    const undo = api.on(push, listener);
    for (const value of missed.splice(0)) listener(value);
    return undo;
  };
}
