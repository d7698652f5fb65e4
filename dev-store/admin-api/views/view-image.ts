import { globalId } from "./scalars";
import type { View, ViewContext } from "./view-context";

export interface StoredImage {
  id: string;
  url: string;
  alt: string;
}

/** Sizes are not known: exports name images by URL only. */
export function viewImage({ id, url, alt }: StoredImage, { store }: ViewContext): View {
  const absolute = absoluteImageUrl(url, store.config.url);
  return {
    __typename: "Image",
    id: globalId("ProductImage", id),
    altText: alt,
    url: absolute,
    src: absolute,
    originalSrc: absolute,
    transformedSrc: absolute,
    width: null,
    height: null,
    thumbhash: null,
  };
}

export function viewMedia(stored: StoredImage, context: ViewContext): View {
  const image = viewImage(stored, context);
  return {
    __typename: "MediaImage",
    id: globalId("MediaImage", stored.id),
    alt: stored.alt,
    mediaContentType: "IMAGE",
    status: "READY",
    fileStatus: "READY",
    mediaErrors: [],
    mediaWarnings: [],
    fileErrors: [],
    mimeType: null,
    image,
    preview: { __typename: "MediaPreviewImage", image, status: "READY" },
  };
}

/** Relative images of the store's data folder are served by the storefront. */
export function absoluteImageUrl(url: string, storefrontUrl: string): string {
  if (/^https?:\/\//.test(url)) return url;
  if (url.startsWith("//")) return `https:${url}`;
  return `${storefrontUrl}/cdn/${url.replace(/^\/?(cdn\/)?/, "")}`;
}
