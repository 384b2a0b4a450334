"""What a wheel carries beside the code: the contract, the settings of the engine and the hand-written pages.

They stay where they are, at the top of the repository, and are copied while a wheel is built. An installation for
development (``pip install -e``) copies nothing: there the program finds them beside its folder.
"""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).parent
FILES = ("datapackage.json", "mkdocs.yml")
FOLDERS = ("docs", "deploy")


class BuildWithProject(build_py):
    """Copies the files into the folder ``project`` of the package."""

    def run(self) -> None:
        """Begin with an empty folder: what an earlier build left there must not get into a wheel."""
        if not self.editable_mode:
            shutil.rmtree(self.build_lib, ignore_errors=True)
        super().run()
        if not self.editable_mode:
            target = Path(self.build_lib, "generator", "project")
            target.mkdir(parents=True)
            for name in FILES:
                shutil.copyfile(ROOT / name, target / name)
            for name in FOLDERS:
                shutil.copytree(ROOT / name, target / name)


setup(cmdclass={"build_py": BuildWithProject})
