/** An element of the shell: its tag, its attributes, and what stands in it. */
export type ShellNode = [
  tag: string,
  attributes: Record<string, string>,
  ...children: (ShellNode | string)[],
];

/** The shell that the theme app extension prints, as data: built from its Liquid, so that there is one of it. */
export interface ShellSource {
  /** With `{right}` and `{left}` where the corner stands. */
  css: string;
  nodes: ShellNode[];
  /** By language, the words that stand as `{name}` in the nodes. */
  texts: Record<string, Record<string, string>>;
}
