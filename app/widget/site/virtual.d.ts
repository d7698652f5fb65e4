/** Made of the theme app extension's block when the script is built (scripts/lib/liquid-shell.ts). */
declare module "virtual:shell-source" {
  const source: import("./shell-source").ShellSource;
  export default source;
}
