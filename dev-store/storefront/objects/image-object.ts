import { resolveImageUrl } from "../images";

/** Liquid's `image`, which serves as `media` too. Sizes are not known: pictures are said to be square. */
export function createImageObject(url: string, alt: string, position: number) {
  const src = resolveImageUrl(url);
  const image = {
    id: imageId(src, position),
    src,
    alt,
    position,
    media_type: "image",
    object_type: "image",
    width: SIDE,
    height: SIDE,
    aspect_ratio: 1,
    "attached_to_variant?": false,
    presentation: { focal_point: "50.0% 50.0%" },
  };
  return { ...image, preview_image: image };
}

const SIDE = 1200;

/** A number that the picture keeps. */
function imageId(src: string, position: number): number {
  return [...src].reduce(
    (sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_000_007,
    position,
  );
}
