const frame = () => new Promise(requestAnimationFrame);

/** A spinner never ends and is not waited for. */
const isMoving = ({ playState, effect }: Animation) =>
  playState === 'running' && effect?.getTiming().iterations !== Infinity;

/**
 * Drawn anew, and nothing fades or moves any more. Looked at frame by frame: where nothing visible changes, Chromium
 * may draw no frame, and then no animation's `finished` is ever told.
 */
export async function settled(): Promise<void> {
  await frame();
  do await frame();
  while (document.getAnimations().some(isMoving));
}
