import {
  type Context,
  type Emitter,
  evalToken,
  type Liquid,
  Tag,
  type TagToken,
  type Template,
  type TopLevelToken,
} from "liquidjs";
import { type BlockRenderer, createContentForTag } from "./content-for-tag";
import { FormTag } from "./form-tag";
import { PaginateTag } from "./paginate-tag";
import { parseUntil, readTextUntil } from "./parse-until";
import { registersOf } from "./registers";

type Rendering = Generator<unknown, void, unknown>;

/** Renders what a tag names: whoever owns the theme can. */
export interface TagRenderers extends BlockRenderer {
  section(name: string, context: Context): string;
  group(name: string, context: Context): string;
}

/** Shopify's tags that liquidjs does not bring, or takes for something else. */
export function registerTags(engine: Liquid, renderers: TagRenderers): void {
  engine.registerTag("section", namedTag(renderers.section));
  engine.registerTag("sections", namedTag(renderers.group));
  engine.registerTag("content_for", createContentForTag(renderers));
  engine.registerTag("layout", LayoutTag);
  engine.registerTag("form", FormTag);
  engine.registerTag("paginate", PaginateTag);
  engine.registerTag("style", StyleTag);
  engine.registerTag("stylesheet", onceTag("endstylesheet", "style"));
  engine.registerTag("javascript", onceTag("endjavascript", "script"));
  engine.registerTag("schema", droppedTag("endschema"));
  engine.registerTag("doc", droppedTag("enddoc"));
}

function namedTag(render: (name: string, context: Context) => string) {
  return class NamedTag extends Tag {
    private readonly target = this.tokenizer.readValueOrThrow();
    *render(context: Context, emitter: Emitter): Rendering {
      const name = (yield evalToken(this.target, context)) as string;
      emitter.write(render(name, context));
    }
  };
}

/** `{% layout 'password' %}`, or `{% layout none %}`. */
class LayoutTag extends Tag {
  private readonly target = this.tokenizer.readValueOrThrow();
  *render(context: Context): Rendering {
    const name = yield evalToken(this.target, context);
    registersOf(context).layout = typeof name === "string" && name !== "" ? name : false;
  }
}

/** A style sheet with Liquid in it. */
class StyleTag extends Tag {
  private readonly templates: Template[];
  constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid) {
    super(token, remaining, liquid);
    this.templates = parseUntil(this, remaining, "endstyle");
  }
  *render(context: Context, emitter: Emitter): Rendering {
    emitter.write("<style data-shopify>");
    yield this.liquid.renderer.renderTemplates(this.templates, context, emitter);
    emitter.write("</style>");
  }
}

/** What Shopify bundles for a page: it stands on the page once, however often its file is rendered. */
function onceTag(end: string, element: "style" | "script") {
  return class OnceTag extends Tag {
    private readonly text: string;
    constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid) {
      super(token, remaining, liquid);
      this.text = readTextUntil(remaining, end);
    }
    // biome-ignore lint/correctness/useYield: liquidjs takes generators.
    *render(context: Context, emitter: Emitter): Rendering {
      const { written } = registersOf(context);
      if (written.has(this.text)) return;
      written.add(this.text);
      emitter.write(`<${element}>${this.text}</${element}>`);
    }
  };
}

function droppedTag(end: string) {
  return class DroppedTag extends Tag {
    constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid) {
      super(token, remaining, liquid);
      readTextUntil(remaining, end);
    }
    *render(): Rendering {}
  };
}
