"""Writes the headers "sql/queries.h", "sql/schema_files.h" and "sql/grants_file.h" from the .sql files.

usage: embed_queries.py OUTPUT_DIR QUERY_DIR SCHEMA_DIR GRANTS_FILE

A statement of QUERY_DIR/*.sql stands under a line `-- name: CaseLock` and ends with the next such
line or the file; it becomes `permit::sql::queries::kCaseLock`. A name used twice is an error.
"""
import hashlib
import pathlib
import re
import sys

NAME = re.compile(r"^-- name: ([A-Z][A-Za-z0-9]*)\s*$")


def read_queries(folder):
    queries = {}
    for file in sorted(folder.glob("*.sql")):
        name = None
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            found = NAME.match(line)
            if found:
                name = found.group(1)
                if name in queries:
                    sys.exit(f"{file}:{number}: the name {name} is used twice")
                queries[name] = []
            elif line.strip() and not line.lstrip().startswith("--"):
                if name is None:
                    sys.exit(f"{file}:{number}: a statement without a name")
                queries[name].append(line.strip())
    for name, lines in queries.items():
        if not lines:
            sys.exit(f"{folder}: the statement {name} is empty")
    return {name: " ".join(lines).rstrip(";") for name, lines in queries.items()}


def literal(text):
    # A raw literal may not be longer than compilers promise to take, so it goes in pieces.
    pieces = [text[i : i + 8000] for i in range(0, len(text), 8000)] or [""]
    return "\n    ".join(f'R"sql({piece})sql"' for piece in pieces)


def write_if_changed(file, text):
    if not file.exists() or file.read_text(encoding="utf-8") != text:
        file.write_text(text, encoding="utf-8")


def main():
    output, query_dir, schema_dir, grants = map(pathlib.Path, sys.argv[1:5])
    output.mkdir(parents=True, exist_ok=True)
    queries = read_queries(query_dir)
    lines = [
        "// Every statement of sql/queries as a constant.",
        "#pragma once",
        "",
        '#include "sql/database.h"',
        "",
        "namespace permit::sql::queries {",
        "",
    ]
    for name, text in queries.items():
        lines.append(f'inline constexpr Statement k{name}{{"{name}",\n    {literal(text)}}};')
    lines += ["", "inline constexpr const Statement* kAll[] = {"]
    lines += [f"    &k{name}," for name in queries]
    if not queries:
        lines.append("    nullptr,")
    lines += ["};", "", "}  // namespace permit::sql::queries", ""]
    write_if_changed(output / "queries.h", "\n".join(lines))

    lines = [
        "// Every file of sql/schema, in order, with the SHA-256 of its bytes.",
        "#pragma once",
        "",
        '#include "sql/migrations.h"',
        "",
        "namespace permit::sql {",
        "",
        "inline constexpr Migration kMigrations[] = {",
    ]
    seen = set()
    for file in sorted(schema_dir.glob("*.sql")):
        number = file.name.split("_")[0]
        if not re.fullmatch(r"[0-9]{4}", number) or number in seen:
            sys.exit(f"{file}: wants a number of four digits of its own")
        seen.add(number)
        data = file.read_bytes()
        digest = hashlib.sha256(data).hexdigest()
        lines.append(
            f'    {{{int(number)}, "{file.name}", "{digest}",\n    {literal(data.decode("utf-8"))}}},'
        )
    lines += ["};", "", "}  // namespace permit::sql", ""]
    write_if_changed(output / "schema_files.h", "\n".join(lines))

    lines = [
        "// The grants of the database's users, with the names left open.",
        "#pragma once",
        "",
        "#include <string_view>",
        "",
        "namespace permit::sql {",
        "",
        f'inline constexpr std::string_view kGrants =\n    {literal(grants.read_text(encoding="utf-8"))};',
        "",
        "}  // namespace permit::sql",
        "",
    ]
    write_if_changed(output / "grants_file.h", "\n".join(lines))


main()
