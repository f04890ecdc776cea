"""One script from a fresh checkout to a running program and to a judged change; needs nothing but Python.

    python3 packaging/dev.py run [ARGS...]    open the program, or run one batch command (relative paths stay yours)
    python3 packaging/dev.py test [ARGS...]   lint, types, contracts and all tests; with ARGS only pytest ARGS
    python3 packaging/dev.py env [--fresh]    only make the environment (--fresh: anew)
    python3 packaging/dev.py lock [--upgrade] refresh packaging/requirements*.txt from pyproject.toml (needs uv)
    python3 packaging/dev.py bench [ARGS...]  the benchmarks of tests/bench
    python3 packaging/dev.py SCRIPT [ARGS...] any other script of this folder: words, licences, shots ...

It works from any folder, on Linux and on Windows. The first call takes a minute, later ones look at one file and go on.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - before anything an older Python could not read
    sys.exit(
        "Kezha needs Python 3.11 or newer; this is Python {}.{}. Debian 12, Ubuntu 24.04 and later have one: "
        "apt-get install python3".format(*sys.version_info[:2])
    )

import os
import shutil
import subprocess
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))  # also under PYTHONSAFEPATH

import checks
import environment
from environment import ROOT, SetUpFailed, ready


def has_screen() -> bool:
    """Whether a window can be shown here, so that its libraries are wanted too."""
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def run(arguments: list[str]) -> int:
    """Become the program: same folder, same terminal, its exit code is ours."""
    env = ready("run", screen=has_screen())
    # -P: a stray email.py or click.py in the user's folder must not be taken for a library
    command = [str(env.python), "-P", "-m", "desktop", *arguments]
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name == "posix":
        os.execve(command[0], command, environment.clean_environ())
    with subprocess.Popen(command, env=environment.clean_environ()) as program:
        while True:
            try:
                return program.wait()
            except KeyboardInterrupt:
                continue  # the program got it too and decides


def test(arguments: list[str]) -> int:
    """Every check and its time; 1 if any of them failed."""
    return checks.only_pytest(arguments) if arguments else checks.everything()


def env(arguments: list[str]) -> int:
    """Make the environment for tests, which holds that of the program."""
    made = ready("test", screen=has_screen(), fresh="--fresh" in arguments)
    print(made.folder)
    return 0


def lock(arguments: list[str]) -> int:
    """Resolve pyproject.toml for every platform and Python we serve. Written with hashes and without any address."""
    own = environment.Python.own()
    here = environment.Environment(environment.folder_for(own.minor), own)
    uv = shutil.which("uv") or shutil.which("uv", path=str(here.scripts))
    if uv is None:
        raise SetUpFailed("uv is needed to refresh the lock files (nothing else needs it): pip install uv")
    compile_ = [uv, "pip", "compile", "-q", "pyproject.toml", "--universal", "--generate-hashes"]
    compile_ += ["--python-version", "3.11", "--custom-compile-command", "python3 packaging/dev.py lock", *arguments]
    run_lock, test_lock = (str(path.relative_to(ROOT)) for path in environment.LOCKS.values())
    for more in (["-o", run_lock], ["--extra", "dev", "-c", run_lock, "-o", test_lock]):
        code = subprocess.call([*compile_, *more], cwd=ROOT)
        if code:
            return code
    return 0


def bench(arguments: list[str]) -> int:
    """Timed runs, in the order they are written in; they print ratios and judge nothing."""
    order = ["-o", "addopts=--import-mode=importlib", "-p", "no:randomly", "-s"]
    named = any("bench" in one for one in arguments)  # options alone ask for all benchmarks, not for the whole suite
    return checks.pytest(ready("test"), [*order, *arguments, *([] if named else ["tests/bench"])])


def script(path: Path, arguments: list[str]) -> int:
    """Run one of the scripts beside this one in the environment."""
    return subprocess.call([str(ready("test").python), str(path), *arguments], env=environment.clean_environ())


COMMANDS = {"run": run, "test": test, "env": env, "lock": lock, "bench": bench}
PARTS = {"dev", "checks", "environment", "second_python", "system_libraries"}  # of this script, not scripts themselves


def main() -> int:
    """The exit code of what was asked for."""
    name, arguments = (sys.argv[1], sys.argv[2:]) if len(sys.argv) > 1 else ("help", [])
    try:
        if name in COMMANDS:
            return COMMANDS[name](arguments)
        path = Path(__file__).resolve().with_name(f"{name}.py")
        if name not in PARTS and name.isidentifier() and path.is_file():
            return script(path, arguments)
    except SetUpFailed as problem:
        print(f"dev.py: {problem}", file=sys.stderr)
        return 3
    except KeyboardInterrupt:
        print("dev.py: stopped", file=sys.stderr)
        return 130
    print(__doc__, file=sys.stderr)
    return 0 if name in {"help", "-h", "--help"} else 2


if __name__ == "__main__":
    sys.exit(main())
