/**
 * Properties that the widget's own modules pass among themselves, and that the build therefore shortens. A name may stand
 * here only if it never comes from JSON, the page, storage or the browser, nor goes there. The most used come first.
 */
export const INTERNAL_NAMES = `
  texts element announcer say transcript links connection config running emit follow changed
  notice ask turns shell session direct lastId update attempt sleep memory load post form
  keepToken addReply addEarlier addShopperMessage setRunning isShown onOpen
  onClose onChange onLost onShown request problem prepare beginAnew restoreUnsent abandon lost take trust own resolveOwn
  invalidate ending startAt whenPageIsFree hears choose vouch isLost blockDirect expire
  forget streamTurn stopTurn isNew failure createMessage storePath
  merge channel way newConversation tryAgain accompany
  problemOf showFailure drawStored bringTheRest thinking assistant person stopped jump catchUp moved keep`
  .trim()
  .split(/\s+/);

/** A letter for each name, as esbuild takes them. */
export const shortNames = {
  pattern: new RegExp(`^(?:${INTERNAL_NAMES.join("|")})$`),
  byName: Object.fromEntries(INTERNAL_NAMES.map((name, index) => [name, letterFor(index)])),
};

function letterFor(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26));
  return index < 26 ? letter : index < 52 ? letter.toUpperCase() : `${letter}${Math.floor(index / 26)}`;
}
