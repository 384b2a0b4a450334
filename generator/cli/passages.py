"""Commands about passages: ``locate``, ``relocate``."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from generator.cli.common import data_folder, print_error, texts_folder
from generator.language import command_words
from generator.language.official_text import digest, read_documents
from generator.ledger.editing.evidence import document_of, evidence, plan_documents
from generator.ledger.editing.quotations import QUOTE, Located, locate_quotations, quotation_edits
from generator.ledger.editing.relocated_files import relocate_ledger
from generator.ledger.editing.yaml_file import EditRefused, YamlFile, read_file, write_files
from generator.ledger.load import InvalidLedger
from generator.ledger.verify.locate import locate as locate_words


def locate(options: argparse.Namespace) -> int:
    """Find words in the text of a document, or those that records quote."""
    if options.quotes:
        return _locate_quotations(options)
    texts = _texts(options, [options.document or ""])
    if options.document is None or not options.words:
        print_error(command_words.LOCATE_WHAT)
        return 2
    if options.document not in texts:
        print_error(command_words.NO_TEXT.format(document=options.document))
        return 2
    return max([_locate_words(texts[options.document], words, len(options.words) > 1) for words in options.words])


def _locate_words(text: str, words: str, one_of_many: bool) -> int:
    occurrences = locate_words(text, words)
    if one_of_many:
        print(command_words.PHRASE.format(words=words, count=len(occurrences)))
    for one in occurrences:
        print(command_words.PLACE.format(passage=one.passage, fingerprint=one.fingerprint, around=one.around))
    if not occurrences:
        print_error(command_words.NOT_LOCATED)
    return 0 if occurrences else 1


def _locate_quotations(options: argparse.Namespace) -> int:
    """Write passage and fingerprint in the place of each quotation that stands in its text once."""
    try:
        files = [*_quoting_files(options)]
        quotations = [one for file, document in files for one in evidence(file, QUOTE, document)]
        texts = _texts(options, sorted({one.document for one in quotations}))
        located = locate_quotations(quotations, texts)
        done = [one for one in located if len(one.passages) == 1]
        edits = [(one.evidence.file, quotation_edits(one, texts[one.evidence.document])) for one in done]
        by_file = [(file, [e for own, some in edits if own is file for e in some]) for file, _ in files]
        write_files(by_file)
    except (EditRefused, InvalidLedger, OSError) as error:
        return not_written(error)
    for one in located:
        if len(one.passages) != 1:
            print_error(_not_located(one, texts))
    print(command_words.QUOTES_LOCATED.format(count=len(located), done=len(done)))
    return 0 if len(done) == len(located) else 1


def _quoting_files(options: argparse.Namespace) -> Iterator[tuple[YamlFile, str]]:
    """The files with quotations, each with the document that its records come from unless they name another one."""
    folder = data_folder(options)
    documents = plan_documents(folder)
    for path in options.quotes:
        inside = path.resolve().is_relative_to(folder.resolve())
        name = path.resolve().relative_to(folder.resolve()).as_posix() if inside else path.name
        yield read_file(path), options.document or document_of(name, documents)


def _not_located(one: Located, texts: dict[str, str]) -> str:
    """Why words that are quoted have no passage, and what to do."""
    document = one.evidence.document
    if not document:
        return command_words.QUOTE_NO_DOCUMENT.format(mark=one.mark)
    if document not in texts:
        return command_words.QUOTE_NO_TEXT.format(mark=one.mark, document=document)
    words = {"mark": one.mark, "quote": one.quote[:20]}
    if not one.passages:
        return command_words.QUOTE_NOT_FOUND.format(**words)
    places = command_words.LIST_SEPARATOR.join(f"{start}-{end}" for start, end in one.passages[:5])
    return command_words.QUOTE_UNCLEAR.format(**words, count=len(one.passages), places=places)


def relocate(options: argparse.Namespace) -> int:
    """Find the passages of a document again after its text changed."""
    texts = _texts(options, [options.document])
    if options.document not in texts:
        print_error(command_words.NO_TEXT.format(document=options.document))
        return 2
    text = texts[options.document]
    try:
        done = relocate_ledger(data_folder(options), options.document, text)
    except (EditRefused, InvalidLedger, OSError) as error:
        return not_written(error)
    for item in done.gone:
        values = {"mark": item.mapping.key_mark("passage"), "passage": item.text("passage")}
        print_error(command_words.PASSAGE_GONE.format(**values))
    counts = {"count": done.count, "moved": done.moved, "gone": len(done.gone)}
    print(command_words.RELOCATED.format(document=options.document, **counts))
    words = command_words.DIGEST_RENEWED if done.renewed else command_words.DIGEST_FOUND
    print(words.format(digest=digest(text)))
    return 1 if done.gone else 0


def _texts(options: argparse.Namespace, documents: list[str]) -> dict[str, str]:
    folder = texts_folder(options)
    return read_documents(folder, documents) if folder else {}


def not_written(error: EditRefused | InvalidLedger | OSError) -> int:
    """Say why no file was written."""
    if isinstance(error, InvalidLedger):
        for finding in error.findings:
            print_error(str(finding))
    elif isinstance(error, OSError):
        reason = command_words.why_not_written(error) or error.strerror
        print_error(command_words.EDIT_FAILED.format(file=error.filename, reason=reason))
    else:
        print_error(str(error))
    return 1
