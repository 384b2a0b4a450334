"""Words of findings about hand-written pages and settings: what browsers do not do because of the security policy."""

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
    "page-deep": ("引用、列表或括号一层套一层，太深了，做不成网页", "减少层次，一般不超过十层"),
    "settings-font": (
        "theme 里没有写 font: false，主题会去别的网站取字体，网站的安全策略不放行",
        "在 theme 下面加一行 font: false",
    ),
}
"""Rule → (what is wrong, what to do)."""
