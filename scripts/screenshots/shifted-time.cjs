'use strict';
/**
 * Loaded into the app with `-r`, by the script that makes the pictures, which also runs `shiftTime` in the
 * window and in itself: the time that the pictures show, going on from there. DRIVEBELL_SHIFT_MS says how far it is.
 */
function shiftTime(shift) {
  const { Date: OwnDate } = globalThis;
  const now = () => OwnDate.now() + shift.ms;
  globalThis.Date = new Proxy(OwnDate, {
    construct: (target, args, made) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, made),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  });
}

globalThis.timeShift = { ms: Number(process.env.DRIVEBELL_SHIFT_MS ?? 0) };
shiftTime(globalThis.timeShift);

module.exports = { shiftTime };
