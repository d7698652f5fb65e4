import { Links, Meta, Outlet, Scripts, ScrollRestoration } from "@remix-run/react";

/** The plain document; what the admin needs on top comes with the routes below /app. */
export default function Document() {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Aisle</title>
        <Meta />
        <Links />
      </head>
      <body>
        <Outlet />
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}
