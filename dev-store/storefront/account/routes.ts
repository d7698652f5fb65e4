import { Router } from "express";
import { z } from "zod";
import type { DevStoreContext } from "../../context";
import type { CustomerData } from "../../model";
import { createOrderObject } from "../objects/customer-object";
import { ordersOf } from "../objects/global-objects";
import type { Storefront } from "../storefront";
import { findSignedInCustomer, signIn, signOut } from "./customer-session";

/** `customer[email]` is what the forms of themes send; their password is not looked at. */
const loginRequest = z.object({
  customerId: z.union([z.string(), z.number()]).transform(String).optional(),
  customer: z.object({ email: z.string() }).optional(),
  return_url: z.string().optional(),
});
const MOST_LISTED = 50;

/** Customer accounts. Signing in is picking a customer from a list: the store is made up, and so are its passwords. */
export function createAccountRouter(storefront: Storefront): Router {
  const { context, assortment } = storefront;
  const router = Router();

  router.get("/account/login", (request, response) => {
    const words = String(request.query.q ?? "");
    const found = findCustomers(context.data.customers, words);
    storefront.sendPage(request, response, {
      template: "customers/login",
      title: "Sign in",
      objects: {
        login: {
          query: words,
          total: found.length,
          return_url: safePath(String(request.query.return_url ?? request.query.checkout_url ?? "")),
          customers: found.slice(0, MOST_LISTED).map((customer) => ({
            id: customer.id,
            name: `${customer.firstName} ${customer.lastName}`.trim() || customer.email,
            email: customer.email,
            orders_count: ordersOf(customer, context).length,
          })),
        },
      },
    });
  });

  router.post("/account/login", (request, response) => {
    const body = loginRequest.safeParse(request.body);
    const customer = body.success ? findCustomer(body.data, context) : undefined;
    if (!customer)
      return response.status(422).json({ error: { code: "unknown-customer", message: "No such customer." } });
    signIn(customer, response, context);
    if (request.is("application/json"))
      return response.json({ customerId: customer.id, firstName: customer.firstName });
    return response.redirect(302, safePath(body.data?.return_url ?? ""));
  });

  for (const method of ["get", "post"] as const) {
    router[method]("/account/logout", (request, response) => {
      signOut(request, response, context);
      response.redirect(302, safePath(String(request.query.return_url ?? "/")));
    });
  }

  router.get("/account", (request, response) => {
    const customer = findSignedInCustomer(request, context);
    if (!customer) return response.redirect(302, "/account/login?return_url=/account");
    return storefront.sendPage(request, response, {
      template: "customers/account",
      title: "Account",
      objects: {},
    });
  });

  router.get("/account/orders", (_, response) => response.redirect(302, "/account"));

  router.get("/account/orders/:id", (request, response) => {
    const customer = findSignedInCustomer(request, context);
    if (!customer) {
      return response.redirect(302, `/account/login?return_url=${encodeURIComponent(request.path)}`);
    }
    const order = ordersOf(customer, context).find(({ id }) => id === request.params.id);
    if (!order) return storefront.sendNotFound(request, response);
    return storefront.sendPage(request, response, {
      template: "customers/order",
      title: `Order ${order.name}`,
      objects: { order: createOrderObject(order, assortment) },
    });
  });

  return router;
}

function findCustomer(
  { customerId, customer }: z.infer<typeof loginRequest>,
  { catalogue, data }: DevStoreContext,
): CustomerData | undefined {
  if (customerId !== undefined) return catalogue.customerById.get(customerId);
  const email = customer?.email.trim().toLowerCase();
  return email ? data.customers.find((one) => one.email.toLowerCase() === email) : undefined;
}

function findCustomers(customers: CustomerData[], words: string): CustomerData[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return customers.filter((customer) => {
    const text =
      `${customer.firstName} ${customer.lastName} ${customer.email} ${customer.id} ${customer.note}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

/** Only paths of this store: `//elsewhere.example` and whole addresses lead to the account page. */
function safePath(path: string): string {
  return /^\/(?![/\\])/.test(path) ? path : "/account";
}
