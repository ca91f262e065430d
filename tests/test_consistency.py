"""House rules that no linter knows: reasons, names, words, templates, documentation."""

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.template import engines

from congtinh.publishing import states
from tests.house import PACKAGE, ROOT, sources

REASONS = ("# slow: ", "# optional: ", "# registry: ")
IMPORTS = (ast.Import, ast.ImportFrom)
DOCUMENTED = {"actions", "queries", "rules", "checks"}
#: Whose fields stand in forms.
EDITED = {"organisation", "news", "pages"}
#: Wagtail's own store of what its editor shows; no screen speaks of it.
UNSEEN = {"media.PortalRendition"}
#: Loaded by Wagtail or Django under a name they choose.
LOADED_BY_OTHERS = re.compile(r"^(wagtail|registration/|admin/|404\.html|500\.html|cotton/)")


def ours():
    return [app for app in apps.get_app_configs() if app.name.startswith("congtinh.")]


def our_models():
    return [model for app in ours() for model in app.get_models()]


def test_inline_imports_carry_a_reason():
    bare = [
        f"{name}:{first.lineno}"
        for name, text, tree in sources()
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
        for first in _first_imports(getattr(node, "body", []))
        if not text.splitlines()[first.lineno - 2].strip().startswith(REASONS)
    ]
    assert bare == []


def _first_imports(block):
    """The first of each run of imports in a block of statements."""
    before = None
    for statement in block if isinstance(block, list) else []:
        if isinstance(statement, IMPORTS) and not isinstance(before, IMPORTS):
            yield statement
        before = statement


def test_verbs_and_questions_say_what_they_do():
    silent = [
        f"{name}:{node.name}"
        for name, _, tree in sources()
        if DOCUMENTED & {*Path(name).parts, Path(name).stem}
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
        if not ast.get_docstring(node)
    ]
    assert silent == []


def test_models_have_vietnamese_names():
    unnamed = [
        model._meta.label
        for model in our_models()
        if model._meta.label not in UNSEEN
        if not model._meta.original_attrs.get("verbose_name")
    ]
    assert unnamed == []


def test_fields_that_people_see_have_vietnamese_names():
    unnamed = [
        f"{model._meta.label}.{field.name}"
        for model in our_models()
        if model._meta.app_label in EDITED
        for field in model._meta.local_fields
        if field.editable and not field.auto_created and not field.primary_key
        if field.verbose_name == field.name.replace("_", " ")
    ]
    assert unnamed == []


def test_templates_are_all_used():
    text = "\n".join(
        path.read_text("utf-8")
        for ending in ("py", "html", "yaml")
        for path in PACKAGE.rglob(f"*.{ending}")
    )
    unused = [
        name
        for path in PACKAGE.rglob("templates/**/*.html")
        for name in [path.relative_to(_templates(path)).as_posix()]
        if not LOADED_BY_OTHERS.match(name) and not _is_named(name, text)
    ]
    assert unused == []


def _templates(path):
    return next(parent for parent in path.parents if parent.name == "templates")


def _is_named(name, text):
    if name in text:
        return True
    # Icons and blocks are chosen by a name put together: "theme/icons/" and the last part.
    return f"{Path(name).parent}/" in text and Path(name).stem in text


def test_templates_compile():
    for path in PACKAGE.rglob("templates/**/*.html"):
        engines["django"].get_template(path.relative_to(_templates(path)).as_posix())


def test_settings_are_documented():
    read = {
        f"CONGTINH_{name}"
        for path in (PACKAGE / "settings").glob("*.py")
        for name in re.findall(
            r'(?:text|flag|number|listing|folder)\(\s*"([A-Z_]+)"', path.read_text("utf-8")
        )
    }
    told = set(re.findall(r"`(CONGTINH_[A-Z_]+)`", (ROOT / "README.md").read_text("utf-8")))
    assert read == told


@pytest.mark.parametrize(
    ("members", "steps", "owners", "begins"),
    [
        (states.ReviewState, states.REVIEW_STEPS, states.REVIEW_OWNER, "open"),
        (states.HandoverState, states.HANDOVER_STEPS, states.HANDOVER_OWNER, "offered"),
    ],
)
def test_states_are_owned_and_reachable(members, steps, owners, begins):
    reached = {begins}
    while True:
        further = {step.target for step in steps.values() if step.source & reached} | reached
        if further == reached:
            break
        reached = further
    assert reached == {str(state) for state in members}
    assert owners.keys() == set(members)


def test_recorded_deeds_have_names():
    # registry: names enrol as apps load
    from congtinh.audit import names

    deeds = {
        step.deed
        for steps in (states.REVIEW_STEPS, states.HANDOVER_STEPS)
        for step in steps.values()
    }
    deeds |= {
        match
        for _, text, _ in sources()
        for match in re.findall(r'audit\.record\(\s*"([a-z_.]+)"', text)
    }
    assert [deed for deed in sorted(deeds) if names.name_of(deed) == deed] == []
