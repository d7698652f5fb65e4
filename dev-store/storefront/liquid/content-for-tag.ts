import {
  type Context,
  type Emitter,
  evalToken,
  type Liquid,
  Tag,
  type TagToken,
  type TopLevelToken,
} from "liquidjs";

type Argument = Parameters<typeof evalToken>[0];

/** Draws theme blocks; `closest` are the things that the tag hands down by name. */
export interface BlockRenderer {
  /** All blocks of the section or block that is being rendered, but the static ones. */
  blocks(context: Context, scope: Record<string, unknown>): string;
  /** The static block `id`, of `type` where no template says otherwise. */
  block(context: Context, type: string, id: string, scope: Record<string, unknown>): string;
}

/** `{% content_for 'blocks' %}` and `{% content_for 'block', type: 'text', id: 'title', closest.product: product %}`. */
export function createContentForTag(renderer: BlockRenderer) {
  return class ContentForTag extends Tag {
    private readonly what: Argument;
    private readonly parameters: [string, Argument][] = [];

    constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid) {
      super(token, remaining, liquid);
      this.what = this.tokenizer.readValueOrThrow();
      for (let name = this.readName(); name; name = this.readName()) {
        this.parameters.push([name, this.tokenizer.readValueOrThrow()]);
      }
    }

    /** A name may have dots, which liquidjs does not expect of one. Reads over the colon. */
    private readName(): string {
      const { tokenizer } = this;
      tokenizer.skipBlank();
      if (tokenizer.peek() === ",") tokenizer.advance();
      tokenizer.skipBlank();
      let name = tokenizer.readIdentifier().content;
      while (name && tokenizer.peek() === ".") {
        tokenizer.advance();
        name += `.${tokenizer.readIdentifier().content}`;
      }
      tokenizer.skipBlank();
      if (name && tokenizer.peek() === ":") tokenizer.advance();
      return name;
    }

    *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
      const what = yield evalToken(this.what, context);
      const scope: Record<string, unknown> = {};
      for (const [name, value] of this.parameters) scope[name] = yield evalToken(value, context);
      const { type, id, ...rest } = scope;
      emitter.write(
        what === "block"
          ? renderer.block(context, String(type), String(id), rest)
          : renderer.blocks(context, rest),
      );
    }
  };
}
