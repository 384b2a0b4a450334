"""Words about the hand-written pages of a folder: why a build does not take them."""

from __future__ import annotations

from typing import Final

ADDRESS_TAKEN: Final = "这些手写页面和生成的页面网址相同，请改文件名：{pages}"
DOCS_NO_FOLDER: Final = "{docs} 应当是放手写页面的文件夹，现在是一个文件；请改名，或者移走"
DOCS_UNFIT: Final = "{docs} 里的这些打不开，或者不是普通的文件，或者通往文件夹外面；请移走，或者检查权限：{names}"
PAGE_NOT_UTF8: Final = "这些手写页面不是 UTF-8 编码，请用编辑器另存为 UTF-8：{pages}"
DOCS_ODD_NAMES: Final = "{docs} 里这些文件的名字里有看不见或者认不出的字符，不能做网址，请改名：{names}"
DOCS_TOO_LARGE: Final = (
    "{docs} 里的这些文件太大，没有打开，请缩小或者移走（手写页面和别的文字最多 {page} MB，图片最多 {picture} MB，"
    "其他文件最多 {file} MB）：{names}"
)
TOO_COSTLY: Final = "手写页面里有要转换很久的地方，没有建站：\n{places}"
TOO_COSTLY_AT: Final = "docs/{page}:{line}: {what}"
TOO_MANY_SIGNS: Final = "这一页的行和符号有 {count} 个，最多 {limit} 个。请分成几页"
TOO_MANY_OPEN: Final = (
    "到这里，有 {limit} 多个“{sign}”没有配上另一半。请补上，或者在前面加反斜线；这是代码，就放在两行 ``` 之间"
)
TOO_LONG_LINE: Final = "这一行超过 {limit} 个字。请分成几段"
TOO_MANY_LINES: Final = "从这里起，中间没有空行的超过 {limit} 行。请分成几段，或者分成几页"
TOO_MANY_LAYERS: Final = (
    "这一行的引用和列表套了 {count} 层，最多 {limit} 层。请减少层数；不是引用和列表，就在前面加反斜线"
)
TOO_DEEP: Final = (
    "docs/{page}:1: 这一页里的星号、下划线等一层套一层，转换不了，没有建站。请减少层数，或者在前面加反斜线"
)
