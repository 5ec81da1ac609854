// Runs in the page by its text, once in each world: nothing may be imported here.

type Packed =
  | readonly ['value', unknown]
  | readonly ['function', number]
  | readonly ['original', number]
  | readonly ['promise', number]
  | readonly ['error', string]
  | readonly ['array', readonly number[]]
  | readonly ['object', readonly (readonly [string, number])[]];

interface Pack {
  readonly root: number;
  readonly table: readonly Packed[];
}

type Message =
  | { readonly kind: 'call'; readonly id: number; readonly args: readonly Pack[] }
  | { readonly kind: 'settle'; readonly id: number; readonly ok: boolean; readonly value: Pack }
  | { readonly kind: 'expose'; readonly key: string; readonly api: Pack };

type Answer =
  | { readonly ok: true; readonly value: Pack }
  | { readonly ok: false; readonly message: string };

type Callable = (...args: unknown[]) => unknown;

export interface Bridge {
  expose(key: string, api: unknown): void;
  onExpose: (key: string, api: unknown) => void;
}

/**
 * One side of contextBridge. The worlds share no objects, but an event's detail is cloned from one
 * to the other while the sender waits: enough for calls, callbacks and promises both ways. The
 * page's built-ins are taken before the page can replace them.
 */
export function createBridge(secret: string, self: string, peer: string): Bridge {
  const target = window;
  const dispatch = target.dispatchEvent.bind(target);
  const Detail = CustomEvent;
  const detailProperty = Object.getOwnPropertyDescriptor(CustomEvent.prototype, 'detail');
  const clone = structuredClone;
  const promiseThen = Object.getOwnPropertyDescriptor(Promise.prototype, 'then')
    ?.value as Promise<unknown>['then'];

  const functions = new Map<number, Callable>();
  const idOfFunction = new WeakMap<object, number>();
  const idOfProxy = new WeakMap<object, number>();
  const promises = new Map<number, { resolve: Callable; reject: Callable }>();
  let lastId = 0;
  let answer: Answer | undefined;

  const bridge: Bridge = { expose, onExpose: () => {} };

  EventTarget.prototype.addEventListener.call(
    target,
    secret + self,
    (event) => {
      event.stopImmediatePropagation();
      const detail = detailProperty?.get?.call(event) as Message | Answer;
      if ('ok' in detail && !('kind' in detail)) answer = detail;
      else post(secret + peer, answerTo(detail));
    },
    true,
  );

  function post(name: string, detail: Message | Answer): void {
    dispatch(new Detail(name, { detail }));
  }

  function ask(message: Message): unknown {
    answer = undefined;
    post(secret + peer, message);
    const received = answer as Answer | undefined;
    if (!received) throw new Error('The other side of the context bridge is gone');
    if (!received.ok) throw new Error(received.message);
    return unpack(received.value);
  }

  function answerTo(message: Message): Answer {
    try {
      return { ok: true, value: pack(handle(message)) };
    } catch (error) {
      const text = (error as Error | null)?.message;
      const unknown =
        'An unknown exception occurred in the isolated context, an error occurred but a valid exception was not thrown.';
      return { ok: false, message: typeof text === 'string' ? text : unknown };
    }
  }

  function handle(message: Message): unknown {
    if (message.kind === 'call') {
      return functions.get(message.id)?.(...message.args.map(unpack));
    }
    if (message.kind === 'expose') return bridge.onExpose(message.key, unpack(message.api));
    const waiting = promises.get(message.id);
    promises.delete(message.id);
    (message.ok ? waiting?.resolve : waiting?.reject)?.(unpack(message.value));
    return undefined;
  }

  function expose(key: string, api: unknown): void {
    ask({ kind: 'expose', key, api: pack(api) });
  }

  function idOf(value: Callable): number {
    let id = idOfFunction.get(value);
    if (id === undefined) {
      id = ++lastId;
      idOfFunction.set(value, id);
      functions.set(id, value);
    }
    return id;
  }

  function packPromise(value: Promise<unknown>): Packed {
    const id = ++lastId;
    const settle = (ok: boolean) => (result: unknown) => {
      post(secret + peer, { kind: 'settle', id, ok, value: pack(result) });
    };
    void promiseThen.call(value, settle(true), settle(false));
    return ['promise', id];
  }

  function pack(value: unknown): Pack {
    const table: Packed[] = [];
    const seen = new Map<object, number>();
    const add = (item: unknown, depth: number): number => {
      if (depth >= 1000) {
        throw new TypeError(
          'Electron contextBridge recursion depth exceeded.  Nested objects deeper than 1000 are not supported.',
        );
      }
      if ((typeof item !== 'object' && typeof item !== 'function') || item === null) {
        if (typeof item === 'symbol') throw new Error('stand-in: a symbol cannot cross the bridge');
        return table.push(['value', item]) - 1;
      }
      const known = seen.get(item);
      if (known !== undefined) return known;
      const index = table.push(['value', undefined]) - 1;
      seen.set(item, index);
      table[index] = packObject(item, (inner) => add(inner, depth + 1));
      return index;
    };
    return { root: add(value, 0), table };
  }

  function packObject(item: object, add: (inner: unknown) => number): Packed {
    if (typeof item === 'function') {
      const original = idOfProxy.get(item);
      return original === undefined ? ['function', idOf(item as Callable)] : ['original', original];
    }
    if (item instanceof Promise) return packPromise(item);
    if (item instanceof Error) return ['error', item.message];
    if (Array.isArray(item)) return ['array', Array.from(item, add)];
    if (Object.prototype.toString.call(item) === '[object Object]') {
      return ['object', Object.entries(item).map(([key, value]) => [key, add(value)] as const)];
    }
    return ['value', clone(item)];
  }

  function unpack({ root, table }: Pack): unknown {
    const made: unknown[] = [];
    const get = (index: number): unknown => {
      if (index in made) return made[index];
      const packed = table[index] ?? (['value', undefined] as const);
      if (packed[0] === 'array') {
        const list: unknown[] = [];
        made[index] = list;
        for (const inner of packed[1]) list.push(get(inner));
      } else if (packed[0] === 'object') {
        const object = {};
        made[index] = object;
        for (const [key, inner] of packed[1]) {
          Object.defineProperty(object, key, {
            value: get(inner),
            writable: true,
            enumerable: true,
            configurable: true,
          });
        }
      } else made[index] = unpackLeaf(packed);
      return made[index];
    };
    return get(root);
  }

  function unpackLeaf(packed: Packed): unknown {
    if (packed[0] === 'value') return packed[1];
    if (packed[0] === 'error') return new Error(packed[1]);
    if (packed[0] === 'original') return functions.get(packed[1]);
    const id = packed[1] as number;
    if (packed[0] === 'promise') {
      return new Promise((resolve, reject) => {
        promises.set(id, { resolve, reject });
      });
    }
    const proxy = (...args: unknown[]): unknown =>
      ask({ kind: 'call', id, args: args.map((arg) => pack(arg)) });
    idOfProxy.set(proxy, id);
    return proxy;
  }

  return bridge;
}
