import { StartupError } from "./startup-error";

/** The simulated store's control door, as far as the commands need it. */
export interface DevStoreControl {
  isInstalled(): Promise<boolean>;
  /** Installs the app as Shopify does, its first admin page included. Throws StartupError when the app refuses. */
  install(): Promise<void>;
  turnEmbedOn(): Promise<void>;
}

export function createDevStoreControl(storeUrl: string): DevStoreControl {
  async function command(name: string, body: object = {}): Promise<void> {
    const response = await fetch(`${storeUrl}/__control/${name}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    if (response.ok) return void (await response.arrayBuffer());
    const answer = await response.text();
    throw new StartupError(`The store could not do "${name}": ${messageOf(answer)}`);
  }
  return {
    async isInstalled() {
      const response = await fetch(`${storeUrl}/__control/state`);
      return ((await response.json()) as { installed: boolean }).installed;
    },
    install: () => command("install"),
    turnEmbedOn: () => command("embed", { on: true }),
  };
}

function messageOf(answer: string): string {
  try {
    return (JSON.parse(answer) as { error: { message: string } }).error.message;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return answer.slice(0, 200);
    throw error;
  }
}
