import type { DevStoreContext } from "../../context";
import type { EmbedFile } from "../../storefront/embed/extension-folders";
import { getStorefront } from "../../storefront/storefront";
import type { SettingDefinition } from "../../storefront/theme-schema";
import { html, type Markup } from "../html";

/** The theme editor's list of app embeds. `activate` is `<api key>/<block>` of a deep link: that one is turned on, not saved. */
export function themeEditorPage(context: DevStoreContext, activate: string): Markup {
  const { embeds } = getStorefront(context);
  const files = context.state.current.installation ? embeds.list() : [];
  return html`<div class="editor">
    <form class="editor__panel" method="post" action="/admin/themes/current/editor" data-editor>
      <h1>App embeds</h1>
      <p class="hint">Theme settings of the live theme</p>
      ${files.length === 0 && html`<p>No installed app brings an embed.</p>`}
      ${files.map((file) => embedFields(file, context, embeds.settingsOf(file), activate.endsWith(`/${file.handle}`)))}
      <button class="button button--primary" type="submit" data-editor-save>Save</button>
    </form>
    <iframe class="editor__preview" title="Preview of the store" src="/"></iframe>
  </div>`;
}

function embedFields(
  file: EmbedFile,
  { app, state }: DevStoreContext,
  values: Record<string, unknown>,
  isActivated: boolean,
): Markup {
  const isOn = state.current.embed.on || isActivated;
  const fields = (file.schema.settings ?? []).map((setting) => settingField(setting, values));
  return html`<fieldset class="card embed">
    <legend class="visually-hidden">${file.schema.name}</legend>
    <label class="switch"><input type="checkbox" role="switch" name="on" value="1"${isOn && html` checked`}>
      <span><strong>${file.schema.name}</strong><small>${app.name}</small></span></label>
    ${isActivated && !state.current.embed.on && html`<p class="hint">Turned on, not saved yet.</p>`}
    ${fields.length > 0 && html`<details open><summary>Settings</summary>${fields}</details>`}
  </fieldset>`;
}

function settingField(setting: SettingDefinition, values: Record<string, unknown>): Markup {
  if (!setting.id)
    return html`<p class="${setting.type === "header" ? "setting-head" : "hint"}">${setting.content}</p>`;
  const name = `settings[${setting.id}]`;
  const value = values[setting.id];
  const info = setting.info ? html`<small>${setting.info}</small>` : null;
  if (setting.type === "checkbox") {
    return html`<label class="setting setting--row"><input type="hidden" name="${name}" value="false"><input type="checkbox" name="${name}" value="true"${value === true && html` checked`}> ${setting.label}${info}</label>`;
  }
  return html`<label class="setting"><span>${setting.label}</span>${inputOf(setting, name, String(value ?? ""))}${info}</label>`;
}

function inputOf(setting: SettingDefinition, name: string, value: string): Markup {
  const { type, min, max, step, unit, options = [] } = setting;
  if (type === "select" || type === "radio") {
    return html`<select name="${name}">${options.map((option) => {
      return html`<option value="${option.value}"${option.value === value && html` selected`}>${option.label}</option>`;
    })}</select>`;
  }
  if (type === "range") {
    return html`<span class="range"><input type="range" name="${name}" min="${min}" max="${max}" step="${step}" value="${value}"><output>${value}</output>${unit}</span>`;
  }
  if (type === "textarea" || type === "html" || type === "richtext" || type === "inline_richtext") {
    return html`<textarea name="${name}" rows="3">${value}</textarea>`;
  }
  const inputType =
    type === "color" ? "color" : type === "number" ? "number" : type === "url" ? "url" : "text";
  return html`<input type="${inputType}" name="${name}" value="${value}">`;
}
