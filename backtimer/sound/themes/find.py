"""Where themes are found: in a person's own folder, which wins, and among the shipped ones."""

from collections.abc import Collection, Mapping
from pathlib import Path

from backtimer.sound.themes.format import FILE_NAME
from backtimer.sound.themes.theme import SHIPPED


def theme_folders(own_folder: Path, without: Collection[Path] = ()) -> dict[str, Path]:
    """The folder of every theme by its name, those resolving to one of `without` left out.

    `own_folder` need not exist.
    """
    return {
        file.parent.name: file.parent
        for folder in (SHIPPED, own_folder)
        for file in folder.glob(f"*/{FILE_NAME}")
        if not file.parent.name.startswith(".") and file.parent.resolve() not in without
    }


def theme_names(own_folder: Path) -> tuple[str, ...]:
    """The name of every theme there is, sorted."""
    return tuple(sorted(theme_folders(own_folder)))


def find_theme(name: str, own_folder: Path) -> Path:
    """The folder of the theme called `name`.

    Raises BadFileError, with a suggestion, if there is none.
    """
    folders = theme_folders(own_folder)
    if name not in folders:
        from backtimer.toml.read import bad_file

        raise bad_file(f'"{name}"', unknown_theme(name, folders))
    return folders[name]


def unknown_theme(name: str, folders: Mapping[str, Path]) -> str:
    """What to say of a name that none of `folders` has, with a suggestion."""
    from backtimer.text.suggest import did_you_mean

    hint = did_you_mean(name, folders) or f"; there are {', '.join(sorted(folders))}"
    return f"no cue theme has that name{hint}"
