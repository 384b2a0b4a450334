"""Why a file is not read or not written."""

from __future__ import annotations

import errno
from typing import Final

from generator.support.files import UnfitFile

TOO_LARGE: Final = "文件超过 {limit} MB，不像是要用的那个，没有打开；请核对，换一个，或者移走它"
NOT_PLAIN: Final = "这不是普通的文件（管道、设备一类），没有打开；请移走，或者换成文件"
MEGABYTE: Final = 1024 * 1024
TOO_FEW_FILES: Final = "系统只许同时打开很少的文件，请关掉别的程序再试，或者把限额（ulimit -n）改大"
CANNOT_WRITE_BECAUSE: Final = {
    errno.ENOSPC: "磁盘已满，请腾出空间再试",
    errno.EDQUOT: "磁盘配额已用完，请腾出空间再试",
    **dict.fromkeys((errno.EACCES, errno.EPERM), "没有权限，请换一个目录或者改权限"),
    errno.EROFS: "这里只能读，请换一个目录",
    errno.ENAMETOOLONG: "名称太长，请改短",
    errno.ENOENT: "没有这个文件，请核对文件名",
    errno.EBUSY: "正被系统占用，多半是挂载点，请换一个目录",
    errno.EISDIR: "是文件夹，请写文件名",
    errno.EEXIST: "那里已经有同名的文件，请换一个名称",
    errno.ENOTDIR: "不在文件夹里，请核对文件名",
    errno.EFBIG: "文件超过系统允许的大小，请找管理这台电脑的人",
    **dict.fromkeys((errno.EMFILE, errno.ENFILE), TOO_FEW_FILES),
    errno.EAGAIN: "系统不让再开新的进程，请关掉别的程序再试",
    errno.ENOMEM: "内存不够，请关掉别的程序再试",
}


def why_unfit(error: UnfitFile) -> str:
    """The reason, and what to do."""
    return TOO_LARGE.format(limit=error.limit // MEGABYTE) if error.limit else NOT_PLAIN
