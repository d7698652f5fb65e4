import type { DevStoreContext } from "../../context";
import { toDecimal } from "../../storefront/money";
import { html, type Markup } from "../html";

const MOST_ROWS = 50;

export function homePage({ data, state, app, config }: DevStoreContext): Markup {
  return html`<h1>${data.shop.name}</h1>
    <section class="card"><dl class="figures">
      <div><dt>Products</dt><dd>${data.products.length}</dd></div>
      <div><dt>Orders</dt><dd>${data.orders.length}</dd></div>
      <div><dt>Customers</dt><dd>${data.customers.length}</dd></div>
    </dl></section>
    <section class="card app-row"><div class="app-row__text"><h2>${app.name}</h2><p>${state.current.installation ? "Installed" : "Not installed yet"}</p></div>
      <a class="button button--primary" href="/admin/apps/${config.apiKey}">${state.current.installation ? "Open" : "Install"}</a></section>`;
}

export function ordersPage({ data }: DevStoreContext, words: string): Markup {
  const found = data.orders.filter((order) => matches(words, [order.name, order.email, order.id]));
  const rows = found.slice(0, MOST_ROWS).map(
    (order) => html`<tr><td>${order.name}</td><td>${order.createdAt.slice(0, 10)}</td><td>${order.email}</td>
      <td>${order.financialStatus}</td><td>${order.fulfillmentStatus}</td><td class="number">${toDecimal(order.total, order.currency)} ${order.currency}</td></tr>`,
  );
  return listPage(
    "Orders",
    words,
    found.length,
    ["Order", "Date", "Customer", "Payment", "Fulfillment", "Total"],
    rows,
  );
}

export function customersPage({ data }: DevStoreContext, words: string): Markup {
  const found = data.customers.filter((customer) =>
    matches(words, [customer.firstName, customer.lastName, customer.email, customer.id]),
  );
  const rows = found
    .slice(0, MOST_ROWS)
    .map(
      (customer) =>
        html`<tr><td>${customer.firstName} ${customer.lastName}</td><td>${customer.email}</td><td>${customer.id}</td></tr>`,
    );
  return listPage("Customers", words, found.length, ["Name", "Email", "Id"], rows);
}

function listPage(title: string, words: string, total: number, columns: string[], rows: Markup[]): Markup {
  return html`<h1>${title}</h1>
    <form class="card search" role="search"><label>Search <input type="search" name="q" value="${words}"></label><button class="button">Search</button></form>
    <div class="card table"><table><thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>
    ${total > MOST_ROWS && html`<p>The first ${MOST_ROWS} of ${total}.</p>`}`;
}

function matches(words: string, fields: string[]): boolean {
  const text = fields.join(" ").toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
