import type { CdpSession } from './cdp.ts';

/** Runs code in the page's own world; what it comes to is copied as JSON. */
export async function evaluateInPage(
  page: CdpSession,
  expression: string,
  userGesture: boolean,
): Promise<unknown> {
  const { result, exceptionDetails } = await page.send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
    userGesture,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? 'Error');
  return result.value as unknown;
}
