import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createDevStore } from "../../dev-store/server";

/** The simulated store in a theme, with its first product's page with our app embed and without. */
export interface StorefrontPage {
  url: string;
  bare: string;
  /** What the embed puts before `</body>`. */
  embedded: string;
  close(): Promise<void>;
}

export async function openStorefrontPage(theme: string | null): Promise<StorefrontPage> {
  if (theme) process.env.THEME_DIR = theme;
  const dataDirectory = mkdtempSync(join(tmpdir(), "aisle-widget-store-"));
  const store = await createDevStore({
    port: 0,
    dataDirectory,
    appUrl: "http://127.0.0.1:9",
    apiKey: "bench",
    apiSecret: "bench",
  });
  store.context.installation.grant();
  const product = store.context.data.products[0]?.handle;
  const read = async (on: boolean) => {
    store.context.state.update((state) => {
      state.embed = { on, settings: {} };
    });
    return (await fetch(`${store.url}/products/${product}`)).text();
  };
  const [bare, having] = [await read(false), await read(true)];
  const end = bare.lastIndexOf("</body>");
  return {
    url: store.url,
    bare,
    embedded: having.slice(end, end + having.length - bare.length),
    async close() {
      await store.close();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}
