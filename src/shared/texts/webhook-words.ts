import type { WebhookCheck, WebhookReport } from '../diagnostics.ts';
import type { WebhookView } from '../snapshot.ts';
import type { TranslateAny } from './translate-any.ts';

/** What came back from the person's own address, in a sentence. */
export function checkWords(
  t: TranslateAny,
  check: WebhookCheck,
  { url, port }: Pick<WebhookView, 'url' | 'port'>,
): string {
  const status = check.how === 'answer' ? String(check.status) : '';
  const params = { address: url ?? '', port: String(port), status };
  return t(`webhook.check.${check.how}`, params);
}

/** How the way in is doing, in a few sentences. `when`: a moment in words. */
export function reportWords(
  t: TranslateAny,
  { state, subscriptions, lastDelivery, ignored }: WebhookReport,
  { port, when }: { readonly port: number; readonly when: (at: number) => string },
): string {
  if (state === 'off' || state === 'opening') return t(`webhook.state.${state}`);
  if (state === 'port-taken') return t('webhook.check.port-taken', { port: String(port) });
  const last =
    lastDelivery === null ? t('webhook.never') : t('webhook.last', { time: when(lastDelivery) });
  const said = [t('webhook.state.listening', { count: subscriptions }), last];
  return [...said, ...(ignored > 0 ? [t('webhook.ignored', { count: ignored })] : [])].join(' ');
}
