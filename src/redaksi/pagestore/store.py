"""The store: puts finished pages where readers get them, and takes them away."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from redaksi.pagestore import records, releasing
from redaksi.pagestore.comparing import Difference, differences
from redaksi.pagestore.generation import Generation
from redaksi.pagestore.index import Index
from redaksi.pagestore.locking import alone
from redaksi.pagestore.page import Page, released_names, tag_of_name
from redaksi.pagestore.putting import Putting
from redaksi.pagestore.recompressing import Recompressing
from redaksi.pagestore.removing import Removing
from redaksi.pagestore.standing import error_page_files, is_standing, static_files
from redaksi.pagestore.tree import Tree
from redaksi.pagestore.trouble import clear_trouble
from redaksi.pagestore.writing import TEMPORARY, Batch

#: Tags that are forgotten in one transaction: some milliseconds.
TAGS_AT_ONCE = 1000


class PageStore:
    """The pages of one newspaper, in ``tree``, ``index.sqlite3`` and ``generation``.

    What changes the tree raises StoreUnwritable when the disk or the index refuses; pages that
    were there are still there, and those that should have changed are still wanted.
    """

    def __init__(self, root: Path) -> None:
        """Open the store in a folder, made when it is missing; raises StoreUnwritable."""
        self.root = root
        self.tree = Tree(root / "tree")
        self.index = Index(root / "index.sqlite3")
        self.generation = Generation(root / "generation")
        self._index_files = [root / "index.sqlite3", root / "index.sqlite3-wal"]
        self._opened = [0, 0]
        with clear_trouble(root):
            self.tree.folder.mkdir(parents=True, exist_ok=True)
            self.generation.make()

    def is_in_place(self) -> bool:
        """Whether the index is still the one that was opened, and not thrown away since.

        Its log counts, too: while pages are being thrown away the index may be made anew, and lose
        the log that was made with it.
        """
        if not _number_of(self._index_files[0]):
            return not any(self._opened)
        if not any(self._opened):
            self.index.clock()  # The log is there from the first question on.
            self._opened = [_number_of(file) for file in self._index_files]
        return all(self._opened) and self._opened == [_number_of(one) for one in self._index_files]

    def put(
        self,
        pages: Sequence[Page],
        *,
        seen: int | None = None,
        private_root: Path | None = None,
    ) -> list[str]:
        """Store pages; return the addresses for which readers now get something else.

        A page that is stored already is not written again. With a private root, the files that
        the pages show are released first. With ``seen`` (``Index.clock`` before the facts were
        read), a page made from later facts stays. Raises BadAddress before anything is done.
        """
        putting = Putting(self.tree, pages, seen=seen)
        with clear_trouble(self.root):
            if not putting.prepare(self.index.database):
                return []
            with self._alone(), Batch(self.tree.folder) as batch:
                putting.begin(self.index.database)
                putting.fill(batch, private_root)
                self._commit(batch, putting.removals, is_shown=putting.moves)
                return putting.settle(self.index.database)

    def remove(self, addresses: Iterable[str], *, seen: int | None = None) -> list[str]:
        """Take pages away, and the files no other page shows; return those that were there.

        ``seen`` as in ``put``. Raises BadAddress.
        """
        removing = Removing(self.tree, addresses, seen=seen)
        with clear_trouble(self.root), self._alone(), Batch(self.tree.folder) as batch:
            removing.begin(self.index.database)
            there = removing.there()
            self._commit(batch, removing.removals)
            removing.settle(self.index.database)
            return there

    def recompress(self, *addresses: str) -> list[str]:
        """Compress pages as well as can be, keeping their times; return those that got smaller.

        A page that changes meanwhile is left to the next time. Raises BadAddress.
        """
        recompressing = Recompressing(self.tree, addresses)
        with clear_trouble(self.root):
            recompressing.prepare(self.index.database)
            with self._alone(), Batch(self.tree.folder) as batch:
                smaller = recompressing.fill(batch, self.index.database)
                batch.commit()
                recompressing.settle(self.index.database)
                return smaller

    def read(self, address: str) -> Page | None:
        """Return the page as a reader gets it, without its tags; None when there is none.

        Raises BadAddress; Torn for a file that does not decode.
        """
        return self.tree.read(address)

    def addresses(self) -> Iterator[str]:
        """Return every address that readers get a page at, whatever the index knows, unsorted."""
        return self.tree.addresses()

    def compare(self, truth: PageStore) -> Iterator[Difference]:
        """Return each page that is not as in another store, freshly made: stale, missing, extra."""
        return differences(self.tree, truth.tree)

    def put_error_page(self, status: int, body: bytes) -> bool:
        """Store the page for 404, 413 or 503 in the paper's look; return whether it changed."""
        return self._put_standing(error_page_files(status, body))

    def put_static(self, files: Mapping[str, bytes]) -> list[str]:
        """Store static files by their names below ``/statis/``; return those that changed.

        Raises BadAddress.
        """
        return [
            name for name, body in files.items() if self._put_standing(static_files(name, body))
        ]

    def release(
        self,
        files: Iterable[str],
        private_root: Path,
        documents: Iterable[tuple[str, str]] = (),
    ) -> list[str]:
        """Have private files where readers get them; return those that are missing.

        Names as in ``Page.files`` and ``Page.documents``. A file that no page shows yet may go with
        a ``withdraw_unused``; ``put`` with a private root leaves no such moment. Raises BadAddress.
        """
        names = released_names(frozenset(files), frozenset(documents))
        with clear_trouble(self.root), self._alone(), Batch(self.tree.folder) as batch:
            missing = releasing.release(self.tree.folder, batch, names, private_root)
            batch.commit()
            return missing

    def withdraw_unused(self, among: Sequence[str] | None = None) -> list[str]:
        """Take media files and documents away that no page shows; return their names.

        ``among`` are names that ``unused`` gave before, instead of every file in the tree.
        """
        # Looking through a large tree takes long, and must hold up nobody.
        found = self.unused() if among is None else among
        if not found:
            return []
        with clear_trouble(self.root), self._alone(), Batch(self.tree.folder) as batch:
            unused = self.unused(found)
            self._commit(batch, unused, is_shown=bool(unused))
            return unused

    def unused(self, among: Iterable[str] | None = None) -> list[str]:
        """Return the names in the tree of media files and documents that no page shows."""
        with clear_trouble(self.root):
            connection = self.index.database.connection
            names = releasing.released(self.tree.folder) if among is None else among
            return [name for name in names if not records.is_carried(connection, tag_of_name(name))]

    def tidy(self) -> int:
        """Remove what a crash left lying; return how many files. Readers never saw them."""
        with clear_trouble(self.root):
            removed = [path for path in self.tree.left_overs() if self._remove_left_over(path)]
            for thrown in self.root.glob(TEMPORARY + "*"):
                shutil.rmtree(thrown)
            self._forget_unused_tags()
        return len(removed)

    def throw_away(self) -> None:
        """Remove every page and released file; wishes, error pages and static files stay."""
        with clear_trouble(self.root), self._alone():
            with self.index.database.writing() as connection:
                records.forget_all_pages(connection)
            self._throw_tree_away()
            self.generation.bump()
        self.tidy()

    def close(self) -> None:
        """Close what this thread holds open."""
        self.index.close()

    @contextmanager
    def _alone(self) -> Iterator[None]:
        with alone(self.root / "lock"):
            yield

    def _commit(self, batch: Batch, removals: Iterable[str], *, is_shown: bool = True) -> None:
        try:
            batch.commit(then_remove=removals)
        finally:
            # After an error, too: some files may be new already.
            if is_shown:
                self.generation.bump()

    def _put_standing(self, files: dict[str, bytes]) -> bool:
        with clear_trouble(self.root), self._alone(), Batch(self.tree.folder) as batch:
            changed = {name: data for name, data in files.items() if not self._is(name, data)}
            modified = self.tree.time_after(files)
            for name, data in files.items() if changed else ():
                batch.write(name, data, modified)
            self._commit(batch, (), is_shown=bool(changed))
            return bool(changed)

    def _is(self, name: str, data: bytes) -> bool:
        path = self.tree.folder / name
        return path.is_file() and path.read_bytes() == data

    def _forget_unused_tags(self) -> None:
        # Finding them takes long, and whoever writes a page meanwhile must not wait for it.
        unused = records.unused_tags(self.index.database.connection)
        for start in range(0, len(unused), TAGS_AT_ONCE):
            with self.index.database.writing() as connection:
                records.forget_tags(connection, unused[start : start + TAGS_AT_ONCE])

    def _remove_left_over(self, path: Path) -> bool:
        # Whoever writes holds the lock for as long as temporary files lie there.
        with self._alone():
            there = path.exists()
            path.unlink(missing_ok=True)
            return there

    def _throw_tree_away(self) -> None:
        thrown = Path(tempfile.mkdtemp(prefix=f"{TEMPORARY}thrown-", dir=self.root))
        for entry in self.tree.folder.iterdir():
            if not is_standing(entry.name):
                entry.replace(thrown / entry.name)


def _number_of(file: Path) -> int:
    """Return a number that no other file on the disk has now; 0 if the file is not there."""
    try:
        return file.stat().st_ino
    except FileNotFoundError:
        return 0
