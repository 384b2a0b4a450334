"""Words of the command ``bundle``, and of the bundles that it makes."""

from __future__ import annotations

from typing import Final

PACKING: Final = "正在打包 {platform}：取各个安装包"
PACKED: Final = "{file}（{size:.1f} MB）"
PACKED_WITHOUT_PYTHON: Final = "里面没有 Python，用的电脑上要有 3.11；想装进去，用 make bundle PYTHON=文件"
NOT_A_REPOSITORY: Final = "打包要用程序的源码目录（里面有 requirements.lock）；请在源码目录里运行 make bundle"
NO_WHEELS: Final = "{platform} 的安装包没有取齐，没有打包。pip 的说明：{message}"
BAD_INTERPRETER: Final = (
    "{file} 里没有能装进去的 Python 3.11（Windows 64 位、Linux x86_64 或 aarch64）；"
    "请照手册《安装》里的网址下载，核对校验值"
)
NO_INTERPRETER: Final = "没有文件 {file}；请核对 PYTHON= 后面的文件名"
OTHER_PLATFORM: Final = "{file} 是给 {found} 用的，和 --platform {wanted} 不符；去掉 --platform，或者换一个文件"

PROGRAM: Final = "ledger"
DEMO_PLACE: Final = "某某区"
SHOWING: Final = "预览 {folder}"
NO_LEDGER: Final = "这里还没有台账，先建一个演示的，在目录 {folder} 里，内容全是编造的"
WHICH: Final = "这里有几个台账，请写要预览的一个的号码，按回车："
NONE_CHOSEN: Final = "没有这个号码"
