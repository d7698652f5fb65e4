import { iconButton } from "../panel/icons";
import type { AttentionTexts } from "../panel/texts";
import type { Shell } from "../shell";

const DOWN = "M12 5v14m-6-6 6 6 6-6";
/** Pixels from the end that still count as the end. */
const END_MARGIN = 24;

/** Puts a button before the composer that leads to the end of the log, shown while that is out of sight. */
export function addJump({ log, composer }: Shell, texts: AttentionTexts): void {
  const jump = iconButton(texts.jump, DOWN, "jump", () => {
    log.scrollTo({
      top: log.scrollHeight,
      behavior: matchMedia("(prefers-reduced-motion)").matches ? "instant" : "smooth",
    });
  });
  const show = () => {
    jump.hidden = log.scrollHeight - log.scrollTop - log.clientHeight < END_MARGIN;
  };
  composer.append(jump);
  log.addEventListener("scroll", show, { passive: true });
  const observer = new ResizeObserver(show);
  for (const seen of [log, ...log.children]) observer.observe(seen);
}
