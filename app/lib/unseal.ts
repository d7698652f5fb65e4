import type { TokenCipher } from "./token-cipher";

/**
 * What was sealed; null, and `onUnreadable` is told, when it cannot be opened: the installation's key is gone, or somebody
 * tampered with it. The merchant then has to give or make it anew.
 */
export function unseal(cipher: TokenCipher, sealed: string, onUnreadable: () => void): string | null {
  try {
    return cipher.decrypt(sealed);
  } catch {
    onUnreadable();
    return null;
  }
}
