"""Where themes live: a person's own folder, which wins, and the shipped ones."""

from collections.abc import Collection, Mapping
from pathlib import Path

from backtimer.sound.themes.format import FILE_NAME
from backtimer.sound.themes.shipped import SHIPPED


def theme_folders(own_folder: Path, without: Collection[Path] = ()) -> dict[str, Path]:
    """Give the folder of every theme by its name, those resolving to one of `without` left out.

    `own_folder` need not exist.
    """
    return {
        file.parent.name: file.parent
        for folder in (SHIPPED, own_folder)
        for file in folder.glob(f"*/{FILE_NAME}")
        if not file.parent.name.startswith(".") and file.parent.resolve() not in without
    }


def theme_names(own_folder: Path) -> tuple[str, ...]:
    """Give the name of every theme there is, in order."""
    return tuple(sorted(theme_folders(own_folder)))


def find_theme(name: str, own_folder: Path) -> Path:
    """Give the folder of the theme called `name`.

    Raises BadFileError, with a suggestion, if there is none.
    """
    folders = theme_folders(own_folder)
    if name not in folders:
        from backtimer.toml.read import bad_file

        raise bad_file(f'"{name}"', unknown(name, folders))
    return folders[name]


def unknown(name: str, folders: Mapping[str, Path]) -> str:
    """A complaint about a name that none of `folders` has."""
    from backtimer.text.suggest import did_you_mean

    hint = did_you_mean(name, folders) or f"; there are {', '.join(sorted(folders))}"
    return f"no cue theme has that name{hint}"
