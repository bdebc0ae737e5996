// Writes the page of the API, from the types and their words: node scripts/api.mjs FOLDER

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";

const PACKAGE = new URL("..", import.meta.url);
const folder = process.argv[2];
if (folder === undefined) throw new Error("usage: node scripts/api.mjs FOLDER");

/** The declarations of a file: what is said of each, its first line, and the lines within it. */
function declarations(lines) {
  const found = [];
  let said = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at].trim();
    if (line.startsWith("/**")) {
      const end = lines.findIndex((other, number) => number >= at && other.includes("*/"));
      said = lines.slice(at, end + 1).map(plain).filter((text, number, all) => text || (number > 0 && number < all.length - 1));
      at = end;
    } else if (line.length > 0 && !line.startsWith("//") && !line.startsWith("import")) {
      const end = /[{(=]$/.test(line) ? closing(lines, at) : at;
      found.push({ said: said.join("\n"), head: line, inside: lines.slice(at + 1, end), end: lines[end].trim() });
      said = [];
      at = end;
    }
  }
  return found;
}

/** A line of a comment, without its stars. */
function plain(line) {
  return line.trim().replace(/^\/\*\* ?/, "").replace(/ ?\*\/$/, "").replace(/^\* ?/, "");
}

/** The line that ends what begins at another: the next one that is indented as it. */
function closing(lines, at) {
  const indent = lines[at].search(/\S/);
  return lines.findIndex((line, number) => number > at && line.search(/\S/) === indent && /^[});]/.test(line.trim()) || (number > at && lines[at].endsWith("=") && line.endsWith(";")));
}

const named = (head) => /^export (?:interface|type|class|function|const|namespace) (\w+)/.exec(head)?.[1];

function page(title, path) {
  const parts = declarations(readFileSync(new URL(path, PACKAGE), "utf8").split("\n"));
  const names = [...new Set(parts.map(({ head }) => named(head)).filter(Boolean))];
  const text = [`# ${title}`, "", names.map((name) => `[${name}](#${name.toLowerCase()})`).join(" · "), ""];
  let before;
  for (const part of parts) {
    const name = named(part.head);
    if (name === undefined) {
      text.push(part.said, "");
      continue;
    }
    if (name !== before) text.push(`## ${name}`, "");
    before = name;
    text.push(...told(part, name));
  }
  return text.join("\n").replace(/\n{3,}/g, "\n\n");
}

/** What is said of it, how it is written, and each part of it. */
function told({ said, head, inside, end }, name) {
  if (head.startsWith("export namespace")) {
    return declarations(inside).flatMap((part) => {
      const inner = named(part.head);
      return [`### ${name}.${inner}`, "", ...told(part, `${name}.${inner}`)];
    });
  }
  if (/^export (interface|class)/.test(head)) {
    const base = / (?:extends|implements) (.*) \{/.exec(head)?.[1];
    const members = declarations(inside).map((part) => `- \`${signature(part)}\`${part.said ? `: ${part.said.replaceAll("\n", "\n  ")}` : ""}`);
    return [said, "", ...(base ? [`As \`${base}\`.`, ""] : []), ...members, ""];
  }
  const lines = [...inside, ...(end === head ? [] : [end])].map((line) => line.trim()).filter(Boolean);
  const written = lines.map((line) => (/^(\/\*\*|\*)/.test(line) ? `// ${plain(line)}` : line)).filter((line) => line !== "// ");
  return [said, "", "```ts", [head.replace("export ", ""), ...written.map((line) => `  ${line}`)].join("\n"), "```", ""];
}

function signature({ head, inside, end }) {
  return end === head ? head.replace(/;$/, "") : [head, ...inside.map((line) => line.trim()), end].join(" ").replace(/;$/, "");
}

mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}/index.md`, page("refdesk for Node", "index.d.ts"));
writeFileSync(`${folder}/testing.md`, page("refdesk/testing for Node", "testing.d.ts"));
