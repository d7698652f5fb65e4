/** The process is up. Says nothing of what it depends on: restarting would not mend that. */
export const loader = () => new Response("ok", { headers: { "Cache-Control": "no-store" } });
