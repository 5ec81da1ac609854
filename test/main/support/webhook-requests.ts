const wished = { url: 'https://bell.example.com/hook', port: 8765, use: 'fallback' };

export const goodWebhookArgs = {
  setWebhook: [[wished], [{ ...wished, url: null, use: 'all' }]],
  setWakeBy: [
    ['w-1', 'push'],
    ['w-1', 'webhook'],
  ],
  getWebhook: [[]],
  checkWebhook: [[]],
};

export const badWebhookArgs = {
  setWebhook: [
    [],
    [{ ...wished, port: 80 }],
    [{ ...wished, port: 70_000 }],
    [{ ...wished, use: 'never' }],
    [{ ...wished, url: 'x'.repeat(1001) }],
    [{ ...wished, more: 1 }],
  ],
  setWakeBy: [[], ['w-1'], ['w-1', 'poll'], ['', 'push']],
  getWebhook: [['w-1']],
  checkWebhook: [['https://elsewhere.example.com']],
};

export const webhookAnswerers = {
  setWebhook: 'webhook.set',
  setWakeBy: 'webhook.wakeBy',
  getWebhook: 'webhook.report',
  checkWebhook: 'webhook.check',
};
