/** Rejects where it does not arrive. */
export const bringLater = () => import("./later");
