import type { DevStoreContext } from "../context";
import { html, type Markup } from "./html";

export interface AdminPage {
  title: string;
  /** Which entry of the navigation is the current one. */
  section: "home" | "orders" | "customers" | "themes" | "apps" | "app";
  content: Markup;
  /** Fills the window below the top bar, without a margin. */
  isFrame?: boolean;
}

const NAVIGATION = [
  ["home", "/admin", "Home"],
  ["orders", "/admin/orders", "Orders"],
  ["customers", "/admin/customers", "Customers"],
  ["themes", "/admin/themes/current/editor?context=apps", "Online store"],
  ["apps", "/admin/apps", "Apps"],
] as const;

/** The admin around a page: top bar, navigation, the bar for unsaved changes, and a place for toasts. */
export function renderAdminPage(page: AdminPage, { app, config, data, state }: DevStoreContext): string {
  const appPath = `/admin/apps/${config.apiKey}`;
  return html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${page.title} · ${data.shop.name}</title>
  <link rel="icon" href="data:,">
  <link rel="stylesheet" href="/admin/assets/admin.css">
  <script type="module" src="/admin/assets/shell.js"></script>
</head>
<body>
  <div class="progress" data-loading hidden></div>
  <header class="top">
    <button type="button" class="top__menu" data-menu aria-expanded="false" aria-controls="navigation">Menu</button>
    <a class="top__name" href="/admin">${data.shop.name}</a>
    <div class="save-bar" data-save-bar hidden role="region" aria-label="Unsaved changes">
      <span>Unsaved changes</span>
      <button type="button" class="button" data-discard>Discard</button>
      <button type="button" class="button button--primary" data-save>Save</button>
    </div>
    <a class="top__store" href="/" target="_blank">View store</a>
  </header>
  <nav class="side" id="navigation" aria-label="Admin">
    <ul>${NAVIGATION.map(([section, href, label]) => navigationItem(href, label, section === page.section))}</ul>
    ${
      state.current.installation &&
      html`<h2>Apps</h2><ul>
      <li><a href="${appPath}" data-app-home${page.section === "app" && html` aria-current="true"`}>${app.name}</a><ul data-app-nav></ul></li>
    </ul>`
    }
  </nav>
  <main class="${page.isFrame ? "frame-page" : "page"}">${page.content}</main>
  <div class="toasts" data-toasts role="status" aria-live="polite"></div>
  <dialog class="confirm" data-confirm aria-labelledby="confirm-title">
    <h2 id="confirm-title" data-confirm-title></h2>
    <p data-confirm-text></p>
    <form method="dialog"><button class="button" value="stay" data-confirm-stay>Stay</button><button class="button button--danger" value="go" data-confirm-go></button></form>
  </dialog>
</body>
</html>`.text;
}

function navigationItem(href: string, label: string, isCurrent: boolean): Markup {
  return html`<li><a href="${href}"${isCurrent && html` aria-current="page"`}>${label}</a></li>`;
}
