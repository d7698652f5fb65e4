import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect, useState } from "react";

/**
 * Whether the app embed is on: as the server read it, then as App Bridge tells it, and anew whenever the person comes back
 * to this page, such as from the theme editor. An App Bridge that cannot tell leaves the server's word.
 */
export function useEmbedState(fromServer: boolean | null, block: string): boolean | null {
  const shopify = useAppBridge();
  const [fromBridge, setFromBridge] = useState<boolean | null>(null);

  useEffect(() => {
    let isGone = false;
    const look = async () => {
      const isOn = await findActivation(shopify, block);
      if (!isGone && isOn !== null) setFromBridge(isOn);
    };
    const lookWhenSeen = () => document.visibilityState === "visible" && void look();
    void look();
    window.addEventListener("focus", lookWhenSeen);
    document.addEventListener("visibilitychange", lookWhenSeen);
    return () => {
      isGone = true;
      window.removeEventListener("focus", lookWhenSeen);
      document.removeEventListener("visibilitychange", lookWhenSeen);
    };
  }, [shopify, block]);

  return fromBridge ?? fromServer;
}

/** Null when App Bridge does not know the block, or has no such call yet. See https://shopify.dev/docs/api/app-home/apis/app */
async function findActivation(
  shopify: ReturnType<typeof useAppBridge>,
  block: string,
): Promise<boolean | null> {
  if (typeof shopify.app?.extensions !== "function") return null;
  const extensions = await shopify.app.extensions().catch(() => []);
  for (const activation of extensions.flatMap<object>(({ activations }) => activations)) {
    if ("handle" in activation && activation.handle === block && "status" in activation) {
      return activation.status === "active";
    }
  }
  return null;
}
