import type { Liquid } from "liquidjs";
import { placeholderUrl, resolveImageUrl } from "../images";
import { type NamedArguments, readNamed, readPositional } from "./filter-arguments";
import { htmlAttributes } from "./html";

/** Pictures and films. The store serves a picture in one size; its width stands in the address all the same. */
export function registerMediaFilters(engine: Liquid): void {
  for (const name of ["image_url", "img_url", "product_img_url", "collection_img_url", "article_img_url"]) {
    engine.registerFilter(name, (image, ...options) => imageUrl(image, readNamed(options)));
  }
  engine.registerFilter("image_tag", (url, ...options) => imageTag(String(url ?? ""), readNamed(options)));
  engine.registerFilter("img_tag", (url, alt = "") => imageTag(imageUrl(url, {}), { alt }));
  engine.registerFilter("placeholder_svg_tag", (name, css = "") => {
    return `<svg${htmlAttributes({ class: css, viewBox: "0 0 525 525", "aria-label": name })}>${PLACEHOLDER}</svg>`;
  });
  engine.registerFilter("video_tag", (video, ...options) => videoTag(video, readNamed(options)));
  engine.registerFilter("media_tag", (media, ...options) => mediaTag(media, readNamed(options)));
  engine.registerFilter("model_viewer_tag", (media, ...options) => mediaTag(media, readNamed(options)));
  engine.registerFilter("external_video_url", (video) => (video as Media | null)?.external_url ?? "");
  engine.registerFilter("external_video_tag", (url, ...options) => {
    return `<iframe${htmlAttributes({ src: url, allowfullscreen: true, ...readNamed(options) })}></iframe>`;
  });
}

interface Media {
  media_type?: string;
  src?: string;
  alt?: string;
  external_url?: string;
  preview_image?: { src?: string } | null;
  image?: { src?: string } | null;
  featured_image?: { src?: string } | null;
  sources?: { url: string; mime_type: string }[];
}

const PLACEHOLDER =
  '<path fill="currentColor" opacity=".12" d="M0 0h525v525H0z"/><circle fill="currentColor" opacity=".25" cx="262" cy="262" r="90"/>';

/** Takes an image, or whatever has one: a product, a variant, a medium, a line of the cart. */
function imageUrl(value: unknown, options: NamedArguments): string {
  const source = findSource(value);
  if (!source) return placeholderUrl("");
  const url = resolveImageUrl(source);
  const width = Number(options.width) || 0;
  return url.startsWith("/cdn/") && width ? `${url}${url.includes("?") ? "&" : "?"}width=${width}` : url;
}

function findSource(value: unknown): string {
  if (typeof value === "string") return value;
  const media = value as Media | null;
  const found = media?.preview_image?.src ?? media?.src ?? media?.featured_image?.src ?? media?.image?.src;
  return typeof found === "string" ? found : "";
}

/** Pictures of the store are square, or said to be: width and height are those of the address. */
function imageTag(url: string, options: NamedArguments): string {
  const { widths, preload: _preload, ...shown } = options;
  const width = Number(new URLSearchParams(url.split("?")[1]).get("width")) || null;
  const sourceSet =
    width && typeof widths === "string"
      ? widths.split(",").map((one) => `${url.replace(/width=\d+/, `width=${one.trim()}`)} ${one.trim()}w`)
      : [];
  const known = {
    src: url,
    srcset: sourceSet.length > 0 ? sourceSet.join(", ") : null,
    width,
    height: width,
  };
  return `<img${htmlAttributes({ ...known, alt: "", loading: "lazy", ...shown })}>`;
}

function videoTag(value: unknown, options: NamedArguments): string {
  const { image_size: _size, ...shown } = options;
  const sources = (value as Media | null)?.sources ?? [];
  const written = sources.map(
    ({ url, mime_type }) => `<source${htmlAttributes({ src: url, type: mime_type })}>`,
  );
  return `<video playsinline${htmlAttributes(shown)}>${written.join("")}</video>`;
}

function mediaTag(value: unknown, options: NamedArguments): string {
  const type = (value as Media | null)?.media_type;
  if (type === "video") return videoTag(value, options);
  const size = Number.parseInt(String(options.image_size ?? readPositional([]) ?? ""), 10) || 1200;
  return imageTag(imageUrl(value, { width: size }), { alt: (value as Media | null)?.alt ?? "" });
}
