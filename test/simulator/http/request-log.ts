import { type RoutePattern, matchesRoute } from './route-pattern.ts';
import { Waiting } from './waiting.ts';

/** Neither queries nor headers: those carry secrets. */
export interface LoggedRequest {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  /** Zero: never answered. */
  readonly status: number;
  readonly account: string | null;
}

export class RequestLog {
  #requests: LoggedRequest[] = [];
  readonly #waiting = new Waiting();

  all(route?: RoutePattern): LoggedRequest[] {
    return this.#requests.filter(
      ({ method, path }) => route === undefined || matchesRoute(route, method, path),
    );
  }

  count(route?: RoutePattern): number {
    return this.all(route).length;
  }

  /** Resolves once that many requests to the route were answered. */
  async until(route: RoutePattern, count: number, timeoutMs = 20_000): Promise<LoggedRequest[]> {
    const what = () => `${count} × ${String(route)}, saw ${this.count(route)}`;
    await this.#waiting.until(() => this.count(route) >= count, what, timeoutMs);
    return this.all(route);
  }

  clear(): void {
    this.#requests = [];
  }

  add(request: LoggedRequest): void {
    this.#requests.push(request);
    this.#waiting.look();
  }
}
