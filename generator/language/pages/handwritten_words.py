"""Words about the hand-written pages of a folder: why a build does not take them."""

from __future__ import annotations

from typing import Final

DOCS_MISSING: Final = "mkdocs.yml 的 docs_dir 写着 {docs}，没有这个文件夹；请改成放手写页面的文件夹，没有就删去这一行"
DOCS_NO_FOLDER: Final = "{docs} 应当是放手写页面的文件夹，现在是一个文件；请改名，或者移走"
DOCS_UNFIT: Final = "{docs} 里的这些打不开，或者不是普通的文件，或者通往文件夹外面；请移走，或者检查权限：{names}"
DOCS_ODD_NAMES: Final = "{docs} 里这些文件的名字里有看不见或者认不出的字符，不能做网址，请改名：{names}"
DOCS_TOO_LARGE: Final = (
    "{docs} 里的这些文件太大，没有打开，请缩小或者移走（手写页面和别的文字最多 {page} MB，图片最多 {picture} MB，"
    "其他文件最多 {file} MB）：{names}"
)
TOO_DEEP: Final = (
    "docs/{page}:1: 这一页里的星号、下划线等一层套一层，转换不了，没有建站。请减少层数，或者在前面加反斜线"
)
