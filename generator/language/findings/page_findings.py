"""Words of findings about hand-written pages and settings: what cannot be made of them, what the policy blocks."""

from __future__ import annotations

from typing import Final

PAGE_FINDINGS: Final[dict[str, tuple[str, str]]] = {
    "page-script": (
        "这里直接写着脚本（{value}），网站的安全策略不放行，读者的浏览器不会运行",
        "删去；确实要用的，存成 docs/assets 里的 .js 文件，写在 mkdocs.yml 的 extra_javascript",
    ),
    "page-handler": (
        "“{value}”是写在页面里的脚本，网站的安全策略不放行，读者点了没有反应",
        "删去，改为普通的链接",
    ),
    "page-javascript": ("链接“{value}”是脚本，网站的安全策略不放行，读者点了没有反应", "改为真正的网址，或删去"),
    "page-style": (
        "这里直接写着样式（{value}），网站的安全策略不放行，不起作用",
        "删去；要改样子的，写进 docs/assets 里的 .css 文件，列在 mkdocs.yml 的 extra_css",
    ),
    "page-foreign": (
        "这里要从别的网站取“{value}”，网站的安全策略不放行，读者看不到",
        "取下来放进 docs/assets，改写本站的文件；只是给读者看的，改为链接",
    ),
    "page-frame": (
        "“{value}”里的内容，网站的安全策略不放行，读者看不到",
        "改为链接，让读者点过去看",
    ),
    "page-deep": ("星号、下划线等一层套一层，太深了，做不成网页", "减少层数，或者在前面加反斜线"),
    "page-address": ("网址 {value} 已经有程序生成的页面，这一页读者看不到", "改文件名"),
    "page-twice": ("网址和 {value} 相同，读者只看得到其中一页", "改一个文件名，或者合成一页"),
    "page-encoding": ("这一页不是 UTF-8 编码，读不出来", "用编辑器另存为 UTF-8"),
    "page-signs": ("这一页的行和符号有 {count} 个，最多 {limit} 个，转换要很久", "分成几页"),
    "page-open": (
        "到这里，有 {limit} 多个“{value}”没有配上另一半，转换要很久",
        "补上，或者在前面加反斜线；这是代码，就放在两行 ``` 之间",
    ),
    "page-line": ("这一行超过 {limit} 个字，转换要很久", "分成几段"),
    "page-lines": ("从这里起，中间没有空行的超过 {limit} 行，转换要很久", "分成几段，或者分成几页"),
    "page-layers": (
        "这一行的引用和列表套了 {count} 层，最多 {limit} 层",
        "减少层数；不是引用和列表，就在前面加反斜线",
    ),
    "settings-font": (
        "theme 里没有写 font: false，主题会去别的网站取字体，网站的安全策略不放行",
        "在 theme 下面加一行 font: false",
    ),
}
"""Rule → (what is wrong, what to do)."""
