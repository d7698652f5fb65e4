import { type LoaderFunctionArgs, redirect } from "@remix-run/node";

/** Shopify opens the app at its root with the shop in the query; the admin lives below /app. */
export function loader({ request }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  return redirect(`/app${url.search}`);
}
