import { type Answer, json } from '../http/answer.ts';
import type { Request } from '../http/request.ts';
import { option, select } from './select.ts';

interface Listed {
  readonly context: string;
  readonly items: readonly object[];
  readonly pageSize: number;
}

/** A list with `$top`, `$select` and `@odata.nextLink`. */
export function collection(
  { origin, path, query }: Request,
  { context, items, pageSize }: Listed,
): Answer {
  const top = Number(option(query, 'top') ?? pageSize);
  const limit = Number.isInteger(top) && top > 0 ? top : pageSize;
  const skip = Number(query.get('$skiptoken') ?? 0) || 0;
  const selected = option(query, 'select');
  const next = new URLSearchParams(query);
  next.set('$skiptoken', String(skip + limit));
  const nextLink = `${origin}${encodeURI(path)}?${next.toString()}`;
  return json(200, {
    '@odata.context': `${origin}/v1.0/$metadata#${context}`,
    ...(skip + limit < items.length ? { '@odata.nextLink': nextLink } : {}),
    value: items.slice(skip, skip + limit).map((item) => select(item, selected)),
  });
}

export function entity({ origin, query }: Request, context: string, value: object): Answer {
  const selected = select(value, option(query, 'select'));
  return json(200, {
    '@odata.context': `${origin}/v1.0/$metadata#${context}/$entity`,
    ...selected,
  });
}
