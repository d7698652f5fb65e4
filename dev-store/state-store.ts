import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { ArticleData, CollectionData, PageData, PolicyData, ProductData } from "./model";

/** Everything about the store that changes while it runs. JSON, so that it can be read and edited by hand. */
export interface DevStoreState {
  installation: InstallationRecord | null;
  tokens: AccessTokenRecord[];
  scriptTags: ScriptTagRecord[];
  webhookSubscriptions: WebhookSubscriptionRecord[];
  metafields: MetafieldRecord[];
  /** What the merchant changed of the store's data: records by id, null for one that was deleted. */
  changes: StoreChanges;
  /** Oldest first; their files lie beside the state. */
  bulkOperations: BulkOperationRecord[];
  /** The app embed block: off until the merchant turns it on in the theme editor; `settings` by setting id. */
  embed: { on: boolean; settings: Record<string, unknown> };
  proxy: { mode: ProxyMode; prefix: string; subpath: string };
  /** Carts by the value of the `cart` cookie. */
  carts: Record<string, CartRecord>;
  /** Signed-in customers: session id to customer id. */
  customerSessions: Record<string, string>;
  /** False: names, emails, phones and addresses are denied to the app, as before Shopify's data review. */
  protectedDataApproved: boolean;
}

export type ProxyMode = "stream" | "buffer" | "timeout" | "html-error" | "password";

export interface InstallationRecord {
  installedAt: string;
  scopes: string[];
}

export interface AccessTokenRecord {
  accessToken: string;
  /** Absent for tokens that do not expire. Milliseconds since the epoch, as are the other times here. */
  expiresAt?: number;
  refreshToken?: string;
  refreshTokenExpiresAt?: number;
  scopes: string[];
  kind: "offline" | "online";
  userId?: string;
}

export interface ScriptTagRecord {
  id: string;
  src: string;
  displayScope: "ALL" | "ONLINE_STORE" | "ORDER_STATUS";
  cache: boolean;
  createdAt: string;
  updatedAt: string;
}

export interface WebhookSubscriptionRecord {
  id: string;
  /** As GraphQL names it: `PRODUCTS_UPDATE`. */
  topic: string;
  uri: string;
  /** The fields of the payload that are wanted; all of them when empty or absent. */
  includeFields?: string[];
  createdAt: string;
}

export interface MetafieldRecord {
  id: string;
  ownerId: string;
  namespace: string;
  key: string;
  type: string;
  value: string;
  createdAt: string;
  updatedAt: string;
}

export interface StoreChanges {
  products: Record<string, ProductData | null>;
  collections: Record<string, CollectionData | null>;
  pages: Record<string, PageData | null>;
  articles: Record<string, ArticleData | null>;
  policies: Record<string, PolicyData | null>;
}

export type BulkErrorCode = "ACCESS_DENIED" | "INTERNAL_SERVER_ERROR" | "TIMEOUT";

export interface BulkOperationRecord {
  id: string;
  /** Name of the file with the result, and the secret part of its URL. */
  file: string;
  query: string;
  status: "CREATED" | "RUNNING" | "COMPLETED" | "FAILED" | "CANCELING" | "CANCELED" | "EXPIRED";
  errorCode: BulkErrorCode | null;
  createdAt: string;
  completedAt: string | null;
  objectCount: number;
  rootObjectCount: number;
  /** In bytes. */
  fileSize: number;
}

export interface CartRecord {
  token: string;
  note: string | null;
  attributes: Record<string, string>;
  items: CartItemRecord[];
}

export interface CartItemRecord {
  variantId: string;
  quantity: number;
  properties: Record<string, string>;
}

/** Keeps the state in one JSON file. Every change goes through `update` and is on disk within 50 ms, or after `flush`. */
export interface StateStore {
  readonly current: Readonly<DevStoreState>;
  update<T>(change: (state: DevStoreState) => T): T;
  /** Forgets everything, as a store that was just opened. */
  reset(): void;
  flush(): void;
}

const WRITE_DELAY_MS = 50;

/** Reads `path` when it exists. Throws with a sentence when the file is there and is not ours to read. */
export function openStateStore(path: string, initial: () => DevStoreState): StateStore {
  let state = readState(path, initial);
  let timer: NodeJS.Timeout | null = null;

  function flush(): void {
    if (!timer) return;
    clearTimeout(timer);
    timer = null;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.new`, JSON.stringify(state, null, 2), { mode: 0o600 });
    renameSync(`${path}.new`, path);
  }
  function writeSoon(): void {
    timer ??= setTimeout(flush, WRITE_DELAY_MS);
  }

  return {
    get current() {
      return state;
    },
    update(change) {
      const result = change(state);
      writeSoon();
      return result;
    },
    reset() {
      state = initial();
      rmSync(path, { force: true });
      writeSoon();
    },
    flush,
  };
}

function readState(path: string, initial: () => DevStoreState): DevStoreState {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return initial();
    throw new Error(`The store's state in ${path} cannot be read.`, { cause: error });
  }
  try {
    return { ...initial(), ...(JSON.parse(text) as Partial<DevStoreState>) };
  } catch (error) {
    throw new Error(`The store's state in ${path} is not JSON; delete it or start with --fresh.`, {
      cause: error,
    });
  }
}
