import type { DevStoreContext } from "../../context";
import { html, type Markup } from "../html";

/** The list of apps, which has one entry: the app that is being developed. */
export function appsPage({ app, config, state }: DevStoreContext, problem: string | null): Markup {
  const path = `/admin/apps/${config.apiKey}`;
  const installed = state.current.installation;
  return html`<h1>Apps</h1>
    ${problem && html`<p class="banner banner--bad" role="alert">${problem}</p>`}
    <section class="card app-row">
      <span class="app-icon" aria-hidden="true">${app.name.slice(0, 1)}</span>
      <div class="app-row__text">
        <h2>${app.name}</h2>
        <p>${installed ? html`Installed ${installed.installedAt.slice(0, 10)}` : "Not installed"}</p>
      </div>
      ${
        installed
          ? html`<a class="button button--primary" href="${path}">Open</a>
            <form method="post" action="${path}/uninstall" data-confirm-form="Uninstall ${app.name}?" data-confirm-detail="It loses its access to this store, and is asked to delete what it kept." data-confirm-label="Uninstall">
              <button class="button" type="submit">Uninstall</button>
            </form>`
          : html`<a class="button button--primary" href="${path}">Install</a>`
      }
    </section>`;
}

/** What Shopify shows before an installation: what the app may do. */
export function installPage({ app, config }: DevStoreContext, problem: string | null): Markup {
  return html`<h1>Install ${app.name}</h1>
    ${problem && html`<p class="banner banner--bad" role="alert">${problem}</p>`}
    <section class="card">
      <h2>${app.name} asks for access to</h2>
      <ul class="scopes">${app.scopes.map((scope) => html`<li><code>${scope}</code></li>`)}</ul>
      <form method="post" action="/admin/apps/${config.apiKey}/install" data-busy="Installing…">
        <button class="button button--primary" type="submit">Install</button>
        <a class="button" href="/admin/apps">Cancel</a>
      </form>
    </section>`;
}

/** The page that frames the app. `src` is signed and carries a fresh session token; the shell loads it once it listens. */
export function framePage({ app, config }: DevStoreContext, src: string): Markup {
  return html`<div class="app-bar" data-title-bar>
      <span class="app-icon app-icon--small" aria-hidden="true">${app.name.slice(0, 1)}</span>
      <nav data-breadcrumb></nav>
      <h1 data-title>${app.name}</h1>
      <div class="app-bar__actions" data-actions></div>
    </div>
    <iframe name="app-iframe" title="${app.name}" data-src="${src}" data-app-frame="/admin/apps/${config.apiKey}" data-app-origin="${new URL(config.appUrl).origin}" data-shop="${config.shop}" allow="clipboard-write"></iframe>`;
}
