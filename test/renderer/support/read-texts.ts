/** Which texts a person can see, and how they lie in the window. */

/** Rounding, and glyphs that are a little higher than their line. */
const slack = { x: 1, y: 3 } as const;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function visibleTexts(): readonly Text[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node as Text;
    if (text.data.trim() !== '' && isDrawn(text.parentElement)) found.push(text);
  }
  return found;
}

function isDrawn(element: Element | null): boolean {
  if (!element || /^(?:STYLE|SCRIPT|OPTION|TEXTAREA)$/u.test(element.tagName)) return false;
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
}

/** Words for screen readers alone are cut off on purpose. */
function isForReadersOnly(element: Element | null): boolean {
  for (let at = element; at; at = at.parentElement) {
    if (getComputedStyle(at).clipPath === 'inset(50%)') return true;
  }
  return false;
}

/** Every text of which a part cannot be seen, nor read elsewhere, nor scrolled to from above or below. */
export function clippedTexts(): readonly string[] {
  const texts = visibleTexts().flatMap((text) => {
    const why = isForReadersOnly(text.parentElement) ? null : whyClipped(text);
    return why === null ? [] : [`${why}: ${text.data}`];
  });
  return [...texts, ...clippedFields()];
}

function whyClipped(text: Text): string | null {
  let box = boxOf(text);
  if (box.right - box.left === 0) return 'nothing of it is drawn';
  const own = blockOf(text);
  if (isSpilledFrom(own, box) && isOnAnother(text, box)) return 'on another';
  for (const { at, style } of groundsOf(text)) {
    const room = roomOf(at);
    if (isBesides(box, room)) return isCutOnPurpose(at, style) ? null : `beside ${nameOf(at)}`;
    if (/auto|scroll/u.test(style.overflowY)) {
      if (box.top >= room.bottom || box.bottom <= room.top) return null;
      box = within(box, room);
    } else if (style.overflowY !== 'visible' && isAboveOrBelow(box, room)) {
      return `above or below ${nameOf(at)}`;
    }
  }
  const view = { left: 0, right: innerWidth, top: 0, bottom: innerHeight };
  return isSpilled(box, view) ? 'outside of the window' : null;
}

/** What it lies in that cuts it off, or that one sees it leave. */
function groundsOf(
  text: Text,
): readonly { readonly at: Element; readonly style: CSSStyleDeclaration }[] {
  const found = [];
  let awaitsPositioned = false;
  for (let at = text.parentElement; at && at !== document.body; at = at.parentElement) {
    const style = getComputedStyle(at);
    if (awaitsPositioned && style.position === 'static') continue;
    awaitsPositioned = style.position === 'absolute';
    const isBox = style.display !== 'inline' && style.display !== 'contents';
    const isGround = style.backgroundColor !== 'rgba(0, 0, 0, 0)';
    if (isBox && (isGround || style.overflowX !== 'visible')) found.push({ at, style });
    if (style.position === 'fixed') break;
  }
  return found;
}

function blockOf(text: Text): Element | null {
  let at = text.parentElement;
  while (at && /^(?:inline|contents)$/u.test(getComputedStyle(at).display)) at = at.parentElement;
  return at;
}

function boxOf(text: Text): Box {
  const range = document.createRange();
  range.selectNodeContents(text);
  return range.getBoundingClientRect();
}

function isSpilledFrom(own: Element | null, box: Box): boolean {
  if (!own || getComputedStyle(own).overflowX !== 'visible') return false;
  return isSpilled(box, roomOf(own));
}

/** Words that leave their place have to leave the others alone that lie on the same ground. */
function isOnAnother(text: Text, box: Box): boolean {
  const ground = groundsOf(text)[0]?.at;
  return visibleTexts().some((other) => {
    const place = blockOf(other);
    if (!place || place.contains(text) || isForReadersOnly(other.parentElement)) return false;
    if (groundsOf(other)[0]?.at !== ground) return false;
    const there = roomOf(place);
    const isBeside = there.left > box.right - slack.x || there.right < box.left + slack.x;
    return !isBeside && there.top < box.bottom - slack.y && there.bottom > box.top + slack.y;
  });
}

/** What is not scrolled away. */
function within({ left, right, top, bottom }: Box, room: Box): Box {
  return { left, right, top: Math.max(top, room.top), bottom: Math.min(bottom, room.bottom) };
}

function roomOf(element: Element): Box {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return { left, right, top, bottom };
}

function isSpilled(box: Box, room: Box): boolean {
  return isBesides(box, room) || isAboveOrBelow(box, room);
}

function isBesides(box: Box, room: Box): boolean {
  return box.left < room.left - slack.x || box.right > room.right + slack.x;
}

function isAboveOrBelow(box: Box, room: Box): boolean {
  return box.top < room.top - slack.y || box.bottom > room.bottom + slack.y;
}

/** It ends with an ellipsis, and the whole of it is said when it is pointed at. */
function isCutOnPurpose(element: Element, { textOverflow }: CSSStyleDeclaration): boolean {
  const title = element.closest('[title]')?.getAttribute('title') ?? '';
  const whole = element.textContent;
  return textOverflow === 'ellipsis' && lettersOf(title).includes(lettersOf(whole));
}

function lettersOf(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** What is chosen in a list, and what an empty field says, are no elements with a text of their own. */
function clippedFields(): readonly string[] {
  const fields = document.querySelectorAll<HTMLSelectElement | HTMLInputElement>('select, input');
  return [...fields].filter(isDrawn).flatMap((field) => {
    const words =
      field instanceof HTMLSelectElement
        ? (field.selectedOptions[0]?.text ?? '')
        : (field.value === '' && field.placeholder) || '';
    return widthOf(words, field) > roomIn(field) + slack.x ? [`in its field: ${words}`] : [];
  });
}

const canvas = document.createElement('canvas').getContext('2d');

function widthOf(words: string, field: Element): number {
  if (!canvas) throw new Error('nothing to measure with');
  canvas.font = getComputedStyle(field).font;
  return canvas.measureText(words).width;
}

function roomIn(field: Element): number {
  const { paddingLeft, paddingRight } = getComputedStyle(field);
  return field.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
}

function nameOf(element: Element): string {
  const role = element.getAttribute('role');
  return element.tagName.toLowerCase() + (role === null ? '' : `[role=${role}]`);
}

/** All that is said in the page: texts, names and descriptions. */
export function saidTexts(): readonly string[] {
  const said = ['aria-label', 'aria-description', 'aria-valuetext', 'title', 'placeholder', 'alt'];
  const attributes = [...document.body.querySelectorAll('*')].flatMap((element) =>
    said.flatMap((name) => element.getAttribute(name) ?? []),
  );
  const options = [...document.querySelectorAll('option')].map(({ text }) => text);
  return [...visibleTexts().map(({ data }) => data), ...attributes, ...options];
}
