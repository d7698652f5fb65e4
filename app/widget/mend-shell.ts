/**
 * Makes the printed shell work where something of it was not taken: a browser without declarative shadow roots, or a
 * content security policy that refuses printed style sheets. Returns the shell's root.
 */
export function mendShell(host: HTMLElement): ShadowRoot {
  const root = host.shadowRoot ?? attachShadow(host);
  const style = root.querySelector("style");
  if (style && !style.sheet) {
    // The same text is welcome through CSSOM.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style.textContent);
    root.adoptedStyleSheets = [sheet];
  }
  return root;
}

function attachShadow(host: HTMLElement): ShadowRoot {
  const root = host.attachShadow({ mode: "open" });
  const template = host.querySelector("template");
  if (template) root.append(template.content);
  return root;
}
