"""What `dev.py test` judges, in order, each with its time; everything runs even when something has failed."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import second_python
from environment import ROOT, Environment, SetUpFailed, clean_environ, ready

# The command of each check, its first word found among the environment's own commands.
CHECKS = (
    ("ruff check", ("ruff", "check", ".")),
    ("ruff format", ("ruff", "format", "--check", ".")),
    ("mypy", ("mypy",)),
    ("mypy packaging", ("mypy", "--config-file", "../pyproject.toml", ".")),
    ("contracts", ("lint-imports",)),
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one check ended."""

    name: str
    word: str  # ok, FAIL, skip
    seconds: float
    note: str = ""


def everything() -> int:
    """Run all checks and both Pythons' tests; the exit code, 1 if anything failed."""
    begin = time.monotonic()
    env = ready("test")
    outcomes = [judge(name, partial(call, env, name, command)) for name, command in CHECKS]
    outcomes.append(judge(f"pytest on Python {env.base.version}", partial(pytest, env, [])))
    outcomes.append(on_second_python(env))
    print("\nIn short")
    for outcome in outcomes:
        print(f"  {outcome.word:<5} {outcome.name:<28} {outcome.seconds:7.1f} s  {outcome.note}".rstrip())
    print(f"  {time.monotonic() - begin:.0f} s in all", flush=True)
    return int(any(outcome.word == "FAIL" for outcome in outcomes))


def only_pytest(arguments: list[str]) -> int:
    """pytest with these arguments on the Python that runs this script; paths count from the top of the checkout."""
    return pytest(ready("test"), arguments)


def pytest(env: Environment, arguments: list[str]) -> int:
    """pytest's exit code, without a screen."""
    return subprocess.call([str(env.python), "-m", "pytest", *arguments], cwd=ROOT, env=headless())


def call(env: Environment, name: str, command: tuple[str, ...]) -> int:
    """The exit code of one of the environment's commands; packaging/ holds scripts, judged from inside it."""
    where = ROOT / "packaging" if name.endswith("packaging") else ROOT
    return subprocess.call([str(env.scripts / command[0]), *command[1:]], cwd=where, env=headless())


def headless() -> dict[str, str]:
    """Environment variables under which Qt draws in memory."""
    return {**clean_environ(), "QT_QPA_PLATFORM": "offscreen"}


def judge(name: str, work: Callable[[], int], note: str = "") -> Outcome:
    """Run one check under its headline."""
    print(f"\n== {name}{': ' + note if note else ''}", flush=True)
    begin = time.monotonic()
    code = work()
    if code not in (
        0,
        1,
    ):  # 1: it said itself what it found; anything else, such as a crash at the very end, it did not
        note = f"{note} exit code {code}".strip()
    return Outcome(name, "FAIL" if code else "ok", time.monotonic() - begin, note)


def on_second_python(first: Environment) -> Outcome:
    """The same tests on the other Python we promise to run on, or the reason why not."""
    try:
        found = second_python.find(first.base)
    except second_python.NotThere as reason:
        word = "FAIL" if reason.asked_for else "skip"
        print(f"\n== pytest on a second Python: {word}: {reason}", flush=True)
        return Outcome("pytest on a second Python", word, 0.0, str(reason))

    def work() -> int:
        try:
            env = ready("test", base=found.python)
        except SetUpFailed as problem:
            print(problem, flush=True)
            return 1
        return pytest(env, [])

    return judge(f"pytest on Python {found.python.version}", work, f"found {found.how}")
