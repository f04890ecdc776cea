"""What `dev.py test` judges, each with its time; everything runs even when something has failed.

The second Python's tests run beside everything else, for they take as long as all the rest: two cores are both used.
What they say is printed when the first Python's are done.
"""

from __future__ import annotations

import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
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
    with Second(env) as second:
        outcomes = [judge(name, partial(call, env, name, command)) for name, command in CHECKS]
        outcomes.append(judge(f"pytest on Python {env.base.version}", partial(pytest, env, [])))
        outcomes.append(second.outcome())
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


class Second:
    """The same tests on the other Python we promise to run on, beside the first; or the reason why not."""

    def __init__(self, first: Environment) -> None:
        self.first = first
        self.why: Outcome | None = None  # nothing runs, and why
        self.name = "pytest on a second Python"
        self.how = ""

    def __enter__(self) -> Second:
        self.begin = time.monotonic()
        try:
            found = second_python.find(self.first.base)
            self.name, self.how = f"pytest on Python {found.python.version}", f"found {found.how}"
            env = ready("test", base=found.python)
        except second_python.NotThere as reason:
            self.why = Outcome(self.name, "FAIL" if reason.asked_for else "skip", 0.0, str(reason))
            return self
        except SetUpFailed as problem:
            self.why = Outcome(self.name, "FAIL", time.monotonic() - self.begin, str(problem))
            return self
        self.said = tempfile.TemporaryFile()
        command = [str(env.python), "-m", "pytest"]
        self.child = subprocess.Popen(command, cwd=ROOT, env=headless(), stdout=self.said, stderr=subprocess.STDOUT)
        return self

    def __exit__(self, *_: object) -> None:
        if self.why is None:
            self.child.kill()  # where the first was interrupted; else it has ended
            self.child.wait()
            self.said.close()

    def outcome(self) -> Outcome:
        """How it ended; waits for it and prints what it said."""
        if self.why is not None:
            print(f"\n== {self.name}: {self.why.word}: {self.why.note}", flush=True)
            return self.why

        def work() -> int:
            code = self.child.wait()
            self.said.seek(0)
            print(self.said.read().decode("utf-8", "replace"), flush=True)
            return code

        return replace(judge(self.name, work, self.how), seconds=time.monotonic() - self.begin)
