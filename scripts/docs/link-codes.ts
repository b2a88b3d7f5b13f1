import { ISSUE_CODES } from '../../src/issues/index.ts';

/** What is needed of a token of markdown-it. */
interface Token {
  readonly type: string;
  readonly content: string;
  children: Token[] | null;
  attrSet(name: string, value: string): void;
}

/** What is needed of markdown-it, whose types VitePress brings along with those of all of Vite. */
interface Renderer {
  readonly core: {
    readonly ruler: {
      push(
        name: string,
        rule: (state: { readonly tokens: Token[]; readonly Token: TokenConstructor }) => void,
      ): void;
    };
  };
}

type TokenConstructor = new (type: string, tag: string, nesting: -1 | 0 | 1) => Token;

/** Makes each code of an error or a finding that stands in a page a link to the page of the code. */
export function linkCodes(renderer: Renderer): void {
  renderer.core.ruler.push('link-codes', ({ tokens, Token: Constructor }) => {
    for (const block of tokens) {
      if (block.children !== null) block.children = linked(block.children, Constructor);
    }
  });
}

function linked(tokens: readonly Token[], Constructor: TokenConstructor): Token[] {
  let depth = 0;
  return tokens.flatMap(token => {
    if (token.type === 'link_open') depth += 1;
    if (token.type === 'link_close') depth -= 1;
    const isCode = token.type === 'code_inline' && Object.hasOwn(ISSUE_CODES, token.content);
    if (!isCode || depth > 0) return [token];
    const open = new Constructor('link_open', 'a', 1);
    open.attrSet('href', `/codes/${token.content}.md`);
    return [open, token, new Constructor('link_close', 'a', -1)];
  });
}
