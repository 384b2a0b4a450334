"""A person at the page of ``review``: everything is accepted, each task with a summary."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from generator.language.office import review_words


def accept_all(page: Page) -> None:
    """Accept the simple drafts in the list, then one draft after the other with keys, until none is left."""
    page.wait_for_url("**/item/**")
    page.get_by_role("link", name="核对草稿").click()
    if page.get_by_role("button", name="全部勾上").count():
        page.get_by_role("button", name="全部勾上").click()
        page.get_by_role("button", name="采用勾上的").click()
    page.get_by_role("link", name="从头看起").click()
    page.wait_for_load_state()
    while review_words.NO_DRAFTS not in page.locator("h1").inner_text():
        progress = page.locator(".top__progress").inner_text()
        for summary in page.get_by_label("摘要").all():
            if not summary.input_value():
                summary.fill("用自己的话写的一句")
        for reason in page.get_by_label("没有错的理由").all():
            reason.fill("表里就是这样印的")
        page.keyboard.press("Control+Enter")
        expect(page.locator(".top__progress")).not_to_have_text(progress, use_inner_text=True)
        page.wait_for_load_state()
