import { iconButton } from "../panel/icons";
import type { AttentionTexts } from "../panel/texts";
import type { Shell } from "../shell";

const PEN = "M12 5H6a2 2 0 0 0-2 2v11a2 2 0 0 0 2 2h11a2 2 0 0 0 2-2v-6M9 15v-3l8.5-8.5 3 3L12 15z";

/** Puts the way to a new conversation into the panel's head. */
export function addRestart({ close, field }: Shell, texts: AttentionTexts, beginAnew: () => void): void {
  close.before(
    iconButton(texts.newConversation, PEN, "restart", () => {
      beginAnew();
      field.focus();
    }),
  );
}
