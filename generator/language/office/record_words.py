"""Words about new records: doubts that stand beside them, and files that are in the way."""

from typing import Final

DOUBT: Final = "疑点：{doubt}（来处：{place}）"
"""A comment line at a record."""
PROJECTS: Final = "项目"
"""What the file of the projects of a plan is called, before it is put into pinyin."""
FILE_IN_THE_WAY: Final = (
    "{file} 里已经有别的内容，什么都没有写；请先把它移走或改名，再运行这条命令；要改已有的记录，请直接改这个文件"
)
FOLDER_IN_THE_WAY: Final = "{file} 应当是一个文件，现在是目录，什么都没有写；请先把它移走，再运行这条命令"
