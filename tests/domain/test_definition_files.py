"""Reading ledger definitions: a faulty one names its file and dotted key, a TOML error also the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from township_ledger import words
from township_ledger.domain.definition_files import DefinitionFault, load_ledgers, parse_ledger
from township_ledger.domain.definitions import MAX_COLUMNS, MAX_LEDGERS, ColumnType
from township_ledger.domain.rows import Filter, Op

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

GOOD = """\
format = 1

[ledger]
name = "vehicles"
title = "车辆"
item = "5"
role = "主"
version = 1
label = "plate"
hint = "这里放执法车辆。"
keys = [["plate"]]

[[column]]
name = "plate"
title = "车牌号"
type = "text"
required = true

[[column]]
name = "state"
title = "车况"
type = "choice"
choices = ["在用", "停用"]
[column.choice_synonyms]
"正常" = "在用"

[[column]]
name = "driver"
title = "驾驶人"
type = "reference"
target = "vehicles"

[[feed]]
ledger = "vehicles"
link = "driver"
when = "plate"

[parent]
ledger = "vehicles"
column = "driver"
title = "plate"

[[rule]]
rule = "before"
column = "plate"
other = "state"

[[view]]
name = "used"
title = "在用"
filter = [{ column = "state", op = "in", value = ["在用"] }]

[[view]]
name = "soon"
title = "快到期"
rule = "due"
column = "state"
days = 30
draft = false

[form]
title = "车辆表"
columns = ["plate", "state"]
landscape = false
"""


def test_a_definition_becomes_a_ledger() -> None:
    ledger = parse_ledger(GOOD, "vehicles.toml")
    assert (ledger.name, ledger.table, ledger.required) == ("vehicles", "l_vehicles", ("plate",))
    assert ledger.by_name["state"].choices == ("在用", "停用")
    assert ledger.by_name["state"].choice_synonyms == {"正常": "在用"}
    assert ledger.by_name["driver"].target == "vehicles"
    assert ledger.by_name["plate"].type is ColumnType.TEXT
    assert ledger.views[0].filters == (Filter("state", Op.IN, ("在用",)),)
    assert ledger.views[1].rule is not None
    assert ledger.views[1].rule.params == {"column": "state", "days": 30}
    assert ledger.views[1].draft is False
    assert ledger.form is not None
    assert not ledger.form.landscape
    assert ledger.parent is not None
    assert ledger.feeds[0].when == "plate"
    assert ledger.sidebar


def test_the_shipped_definitions_are_good_and_know_each_other(resources: Path) -> None:
    files: dict[str, Callable[[], str]] = {}
    for path in sorted((resources / "ledgers").glob("*.toml")):
        text = path.read_text("utf-8")
        files[path.name] = text.__str__
    ledgers = load_ledgers(files)
    assert {
        "people",
        "certificates",
        "certificate_events",
        "training",
        "attendance",
        "powers",
        "power_lists",
    } <= set(ledgers)


@pytest.mark.parametrize(
    ("old", "new", "code", "key"),
    [
        ("format = 1", "format = 2", "definition.format", "format"),
        ("format = 1\n", "", "definition.missing", "format"),
        ("format = 1", "format = true", "definition.wrong_type", "format"),
        ('name = "vehicles"', 'name = "Vehicles"', "definition.name", "ledger.name"),
        ('name = "vehicles"', 'name = "x; drop table"', "definition.name", "ledger.name"),
        ('title = "车辆"', 'title = "  "', "definition.empty", "ledger.title"),
        ('item = "5"', 'item = "18"', "definition.not_one_of", "ledger.item"),
        ('role = "主"', 'role = "副"', "definition.not_one_of", "ledger.role"),
        ('label = "plate"', 'label = "colour"', "definition.not_one_of", "ledger.label"),
        ('hint = "这里放执法车辆。"', "hint = 3", "definition.wrong_type", "ledger.hint"),
        ('keys = [["plate"]]', 'keys = ["plate"]', "definition.wrong_type", "ledger.keys"),
        ('keys = [["plate"]]', "keys = []", "definition.wrong_type", "ledger.keys"),
        ('keys = [["plate"]]', 'keys = [["colour"]]', "definition.unknown_column", "ledger.keys"),
        ('name = "plate"', 'name = "uid"', "definition.reserved", "column[0].name"),
        ('name = "state"', 'name = "plate"', "definition.twice", "column"),
        ('type = "choice"', 'type = "colour"', "definition.not_one_of", "column[1].type"),
        ('choices = ["在用", "停用"]', "", "definition.choices", "column[1].choices"),
        ('choices = ["在用", "停用"]', 'choices = ["在用", 3]', "definition.wrong_type", "column[1].choices"),
        ('"正常" = "在用"', '"正常" = "新"', "definition.not_one_of", "column[1].choice_synonyms.正常"),
        ('target = "vehicles"', "", "definition.missing", "column[2].target"),
        ("required = true", "required = true\ncolour = 1", "definition.unknown_key", "column[0].colour"),
        ('when = "plate"', "", "definition.feed", "feed[0]"),
        ('when = "plate"', 'when = "plate"\nlist_column = "plate"', "definition.feed", "feed[0]"),
        ('op = "in"', 'op = "like"', "definition.not_one_of", "view[0].filter[0].op"),
        ('value = ["在用"]', "value = { a = 1 }", "definition.wrong_type", "view[0].filter[0].value"),
        ('rule = "due"', 'rule = "eval"', "definition.not_one_of", "view[1].rule"),
        ("days = 30", 'days = "30"', "definition.wrong_type", "view[1].days"),
        ('name = "soon"', 'name = "used"', "definition.twice", "view"),
        ('columns = ["plate", "state"]', 'columns = ["colour"]', "definition.unknown_column", "form.columns"),
        ("[form]", "form = 3\n[unknown]", "definition.unknown_key", "view[1].form"),
        ("[parent]", "[[parent]]", "definition.not_table", "parent"),
        ("[ledger]", "[colour]\n[ledger]", "definition.unknown_key", "colour"),
        ('title = "车辆"', 'title = "车辆"\ncolour = 1', "definition.unknown_key", "ledger.colour"),
    ],
)
def test_a_faulty_definition_names_its_file_and_dotted_key(old: str, new: str, code: str, key: str) -> None:
    assert old in GOOD
    with pytest.raises(DefinitionFault) as caught:
        parse_ledger(GOOD.replace(old, new, 1), "vehicles.toml")
    assert caught.value.code == code
    assert caught.value.params["file"] == "vehicles.toml"
    assert caught.value.params["key"] == key
    assert "vehicles.toml" in words.explain(caught.value)


def test_a_toml_error_names_the_line() -> None:
    with pytest.raises(DefinitionFault) as caught:
        parse_ledger(GOOD.replace('title = "车辆"', "title = 车辆"), "vehicles.toml")
    assert caught.value.params["line"] == 5
    assert "第 5 行" in words.explain(caught.value)


def test_a_toml_error_at_the_end_still_has_a_sentence() -> None:
    with pytest.raises(DefinitionFault) as caught:
        parse_ledger('a = "', "vehicles.toml")
    assert words.explain(caught.value)


def test_deep_nesting_is_refused_not_followed() -> None:
    with pytest.raises(DefinitionFault) as caught:
        parse_ledger("a = " + "[" * 5000 + "]" * 5000, "deep.toml")
    assert caught.value.code == "definition.too_deep"


def test_there_are_at_most_eighty_columns() -> None:
    more = "".join(f'[[column]]\nname = "c{n}"\ntitle = "列"\ntype = "text"\n' for n in range(MAX_COLUMNS))
    with pytest.raises(DefinitionFault) as caught:
        parse_ledger(GOOD + more, "vehicles.toml")
    assert caught.value.code == "definition.column_count"


def test_a_pointer_to_an_unknown_ledger_or_column_is_found_when_all_stand_together() -> None:
    with pytest.raises(DefinitionFault) as caught:
        load_ledgers({"v.toml": GOOD.replace('target = "vehicles"', 'target = "people"').__str__})
    assert (caught.value.code, caught.value.params["key"]) == (
        "definition.unknown_ledger",
        "column[2].target",
    )
    with pytest.raises(DefinitionFault) as caught:
        load_ledgers({"v.toml": GOOD.replace('link = "driver"', 'link = "colour"').__str__})
    assert (caught.value.code, caught.value.params["key"]) == ("definition.unknown_column", "feed[0]")


def test_two_files_cannot_define_one_ledger() -> None:
    with pytest.raises(DefinitionFault) as caught:
        load_ledgers({"a.toml": GOOD.__str__, "b.toml": GOOD.__str__})
    assert (caught.value.code, caught.value.params["file"]) == ("definition.twice", "b.toml")


def test_there_are_at_most_a_hundred_ledgers() -> None:
    small = GOOD.partition("[[feed]]")[0].replace('type = "reference"\ntarget = "vehicles"', 'type = "text"')
    files = {f"{n}.toml": small.replace("vehicles", f"v{n}").__str__ for n in range(MAX_LEDGERS + 1)}
    with pytest.raises(DefinitionFault) as caught:
        load_ledgers(files)
    assert caught.value.code == "definition.ledger_count"
