import { parseSync, Visitor } from 'vite';

/**
 * Texts for people that stand in code, where no language file can translate them: between tags, in attributes
 * that are shown or read out, and in the properties of the page that are.
 */

export interface CodeText {
  /** From 1. */
  line: number;
  text: string;
}

/** Attributes of elements and components whose value a person sees or hears. */
const shownAttributes = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'hint',
  'label',
  'placeholder',
  'text',
  'title',
]);

/** Properties of the document, an element or a call's argument that are shown. */
const shownProperties = new Set([
  'ariaLabel',
  'innerText',
  'label',
  'message',
  'placeholder',
  'textContent',
  'title',
]);

/** Calls that take a text to show, with the place of the text among their arguments. */
const shownArguments: Record<string, number> = { alert: 0, confirm: 0, prompt: 0, createTextNode: 0 };

type Parsed = ReturnType<typeof parseSync>['program'];
type Visited = NonNullable<ConstructorParameters<typeof Visitor>[0]>;
type NodeOf<Name extends keyof Visited> = Parameters<NonNullable<Visited[Name]>>[0];
type Expression = NodeOf<'VariableDeclarator'>['init'];

/** `linkedin.com/in/…` reads the same in every language. */
const isAddress = (text: string) => /^[\w-]+(\.[\w-]+)+\/\S*$/.test(text.trim());

const hasWord = (text: string) => /\p{L}/u.test(text) && !isAddress(text);

/** The literal texts that an expression may turn into; what it calls or looks up is none of them. */
function textsOf(node: Expression | NodeOf<'JSXAttribute'>['value']): { text: string; start: number }[] {
  switch (node?.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [{ text: node.value, start: node.start }] : [];
    case 'TemplateLiteral':
      return node.quasis.map((part) => ({ text: part.value.cooked ?? part.value.raw, start: part.start }));
    case 'ConditionalExpression':
      return [...textsOf(node.consequent), ...textsOf(node.alternate)];
    case 'LogicalExpression':
      return [...textsOf(node.left), ...textsOf(node.right)];
    case 'BinaryExpression':
      return node.operator === '+' ? [...textsOf(node.left), ...textsOf(node.right)] : [];
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
      return textsOf(node.expression);
    case 'ArrayExpression':
      return node.elements.flatMap((one) => (one?.type === 'SpreadElement' ? [] : textsOf(one)));
    case 'JSXExpressionContainer':
      return node.expression.type === 'JSXEmptyExpression' ? [] : textsOf(node.expression);
    default:
      return [];
  }
}

/**
 * @param file its name tells whether it is TypeScript or has tags in it
 * @throws where the source cannot be parsed
 */
export function textsInCode(file: string, source: string): CodeText[] {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  return textsInProgram(program).map(({ text, start }) => ({
    line: source.slice(0, start).split('\n').length,
    text: text.trim(),
  }));
}

function textsInProgram(program: Parsed): { text: string; start: number }[] {
  const found: { text: string; start: number }[] = [];
  const take = (texts: typeof found) => found.push(...texts.filter(({ text }) => hasWord(text)));
  const takeChildren = ({ children }: Pick<NodeOf<'JSXElement'>, 'children'>) => {
    for (const child of children) {
      if (child.type === 'JSXText') take([{ text: child.value, start: child.start }]);
      if (child.type === 'JSXExpressionContainer') take(textsOf(child));
    }
  };
  new Visitor({
    JSXElement: takeChildren,
    JSXFragment: takeChildren,
    JSXAttribute({ name, value }) {
      if (name.type === 'JSXIdentifier' && shownAttributes.has(name.name)) take(textsOf(value));
    },
    AssignmentExpression({ left, right }) {
      if (left.type === 'MemberExpression' && shownProperties.has(nameOf(left.property)))
        take(textsOf(right));
    },
    CallExpression({ callee, arguments: given }) {
      const name = nameOf(callee.type === 'MemberExpression' ? callee.property : callee);
      const at = name === 'setAttribute' && isShownAttribute(given[0]) ? 1 : shownArguments[name];
      const text = at === undefined ? undefined : given[at];
      if (text && text.type !== 'SpreadElement') take(textsOf(text));
      if (name !== 'setTitle' && name !== 'notify') return;
      for (const one of given)
        if (one.type === 'ObjectExpression')
          for (const property of one.properties)
            if (property.type === 'Property' && shownProperties.has(nameOf(property.key)))
              take(textsOf(property.value as Expression));
    },
  }).visit(program);
  return found;
}

const nameOf = (node: { type: string; name?: unknown }): string =>
  node.type === 'Identifier' && typeof node.name === 'string' ? node.name : '';

const isShownAttribute = (node: NodeOf<'CallExpression'>['arguments'][number] | undefined): boolean =>
  node?.type === 'Literal' && typeof node.value === 'string' && shownAttributes.has(node.value);
