"""What the help of the command line says: usage, each command, each argument."""

from __future__ import annotations

from typing import Final

USAGE: Final = "用法:"
ARGUMENTS: Final = "参数"
OPTIONS: Final = "选项"
COMMANDS_TITLE: Final = "命令"
COMMAND: Final = "命令"
HELP: Final = "显示这份说明"
VERSION: Final = "显示版本号"
DATA: Final = "台账目录，默认 data"
CONTRACT: Final = "数据契约，默认是程序自带的 datapackage.json"
INCOMPLETE: Final = "命令没有写全，还要写上：{missing}"
ERROR: Final = "命令写法有误：{wrong}；用法见 {program} --help"
DESCRIPTION: Final = "把规划目标与任务分工的台账检查、核对并建成公开网站。"

COMMANDS: Final = {
    "init": (
        "建一个新地区的目录",
        "建好一个新地区的目录：设置、空的台账和写法的例子、说明、自动检查；加 --demo 装上一份编造的演示台账。",
    ),
    "import": (
        "从 Excel 台账导入",
        "把办公室的 Excel 台账读成台账文件：任务、单位、分工、指标、目标、项目；再运行一次，只改表里改过的地方。",
    ),
    "check": ("检查台账", "读取并检查台账，列出全部问题；没有问题时给出各表行数。"),
    "verify": (
        "与官方文本核对",
        "核对原文指纹、数值、单位、责任分工、完成时限和文本里的每一个数字，分部分给出覆盖情况。",
    ),
    "locate": (
        "查原文区间",
        "给出一段或几段文字的原文区间和原文指纹；用 --quotes 给出写着引文的文件时，把每条 quote 换成这两样，写回文件。",
    ),
    "relocate": ("找回原文区间", "文件的文本改过以后，凭原文指纹找到各处区间的新位置，写回台账，列出找不到的。"),
    "export": ("导出数据包", "把数据包的各种格式写到一个目录：CSV、JSON、压缩包、Excel 工作簿、SQLite、Parquet。"),
    "pages": ("导出页面", "把生成的页面写成 Markdown 文件，供其他建站程序使用。"),
    "release": (
        "发布数据",
        "看该用哪个版本号和为什么；版本号对、改动都已提交，就做 git 标签 data-v版本号，说明里有行的校验值。",
    ),
    "diff": ("比较两个版本", "列出台账从一个版本到另一个版本改了哪些值；不写第二个版本时与工作目录里的文件比较。"),
    "build": ("建站", "检查台账并建成整个网站；有任何问题都不动原来的网站。"),
    "publish": (
        "发布网站",
        "在公开的网站旁边建成新的一版，检查过，再一步换上；有任何问题，公开的网站都不动。--rollback 退回上一版。",
    ),
    "offline": ("打包离线版", "把建成的网站打成一个压缩包，解开后不用服务器就能在浏览器里打开，只是没有站内搜索。"),
    "serve": ("本机预览", "在本机（127.0.0.1）预览，改动保存后页面自己更新；有错时在浏览器里列出错处。不写任何文件。"),
    "upgrade": (
        "升级旧台账",
        "把按旧契约写的台账改成现在的写法：旧名称换成新名称，注释和次序不变；列出改了什么、哪些要请人看一看。",
    ),
    "split": (
        "从通知建台账",
        "读一份通知（.txt、.docx、.html），把任务、单位、分工、指标写成台账草稿；拿不准的写成疑点，由人逐条核对。",
    ),
    "review": (
        "核对草稿",
        "在本机（127.0.0.1）开一个页面，左边是原文，右边是草稿：采用、改了再采用，或者不要，写回台账。",
    ),
    "forms": (
        "做上报表",
        "给一轮填报要问的每个单位做一张 Excel 上报表：该填的指标和任务都列好，只有该填的格能改。"
        "加 --breakdown，做把约束性指标分解到镇街的分解表。",
    ),
    "bundle": (
        "打离线包",
        "把程序和它要用的全部安装包打成一个压缩包，给不能联网的电脑用；Windows、Linux 各一个。要在程序的源码目录里做。",
    ),
    "ingest": (
        "收上报表",
        "读各单位填好的上报表，一次可以读一百张；没有问题的写进台账，有疑问的逐格说明。再收一遍同样的表，什么都不变。",
    ),
    "round": (
        "办一轮填报",
        "一轮填报，谁交了、谁没交、核对到了哪一步，给迟交的单位写催办单，给有退回项的写退回单（status）；"
        "退回一项（return）、注明一句（note）、代为答复（answer）、通过（approve）、记为公开（publish）。",
    ),
    "appraisal": (
        "写考核参考表和通报",
        "一个时期，各单位的目标和任务到哪一步、填报得怎样：各单位一份绩效考核参考表，全区一份，"
        "通报一份（Word 和 Excel）。只列数和出处，不打分；写明照哪一次提交做的。",
    ),
    "simulate": ("造模拟台账", "按给出的规模造一份虚构地区的台账，同样的参数得到同样的内容，供测速和规模测试用。"),
}
"""Command → (one line, description)."""

ARGUMENT_HELP: Final = {
    ("init", "folder"): "建在哪个目录，必须没有或是空的",
    ("init", "--name"): "地区名称，例如 某某区",
    ("init", "--level"): "地区级别：区、县、县级市、自治县、旗、地级市（写“市”也是它）；不写就看名称的最后一个字",
    ("import", "workbook"): "Excel 台账，.xlsx 文件",
    ("import", "--into"): "写到哪个目录，里面有 data 目录（init 建的目录）",
    ("import", "--columns"): "说明列名的文件，每行“列名: 种类”；表头用的不是常见的列名时才要",
    ("import", "--json"): "把读到的任务、数和单位另写成一个 JSON 文件；不写 --into 时只写它",
    ("init", "--demo"): "装上一份小的演示台账，内容全是编造的",
    ("verify", "sources"): "官方文本所在目录，文件名为 <文件标识>.txt",
    ("locate", "document"): "文件标识",
    ("locate", "words"): "要查的文字，可以写几段",
    ("locate", "--quotes"): "写着引文的文件：记录的 source 里用 quote 写着原文，不写 passage 和 fingerprint",
    ("locate", "--sources"): "官方文本所在目录；不写，取环境变量 SOURCES，再看台账旁边的 sources",
    ("relocate", "document"): "文件标识",
    ("relocate", "--sources"): "官方文本所在目录，里面是改过的文本；不写，取环境变量 SOURCES，再看台账旁边的 sources",
    ("export", "folder"): "写到哪个目录",
    ("export", "--only-csv-json"): "只写各表的 CSV、JSON，不做其他格式，快一些",
    ("pages", "folder"): "写到哪个目录",
    ("pages", "--sources"): "官方文本所在目录，页面带原文；不写，取环境变量 SOURCES，再看台账旁边的 sources",
    ("release", "--check"): "只说该用哪个版本号，不做标签；data/site.yml 的 version 不对时退出码是 1",
    ("release", "--message"): "标签的说明，发布页上显示",
    ("diff", "old"): "旧版本：提交、标签或分支",
    ("diff", "new"): "新版本；默认是工作目录里的文件",
    ("diff", "--format"): "text（默认）、markdown（贴到合并请求里）或 json",
    ("build", "--site"): "网站目录，默认 site",
    ("build", "--sources"): "官方文本所在目录，页面带原文；不写，取环境变量 SOURCES，再看台账旁边的 sources",
    ("build", "--without-search"): "不编搜索索引，快一些；网站上的搜索因此不能用",
    (
        "build",
        "--only-csv-json",
    ): "下载只做各表和指标的 CSV、JSON，不做其他格式、记录和图的文件，快得多",
    ("build", "--jobs"): "同时用几个进程生成页面，默认有几个处理器核用几个；1 表示不用别的进程",
    ("build", "--config"): "建站程序的设置，默认 mkdocs.yml；没有这个文件，用程序自带的",
    ("build", "--trust"): "信任 mkdocs.yml 里写的插件、钩子、模板：它们会在这台电脑上运行；不写就拒绝",
    ("publish", "target"): "公开的网站在哪里：网页服务器指向的目录",
    ("publish", "--keep"): "一共留几版，默认 5，其中一版正公开",
    ("publish", "--rollback"): "不建站，退回上一版",
    ("publish", "--sources"): "官方文本所在目录，页面带原文；不写，取环境变量 SOURCES，再看台账旁边的 sources",
    ("publish", "--config"): "建站程序的设置，默认 mkdocs.yml；没有这个文件，用程序自带的",
    ("publish", "--without-search"): "不编搜索索引，快一些；网站上的搜索因此不能用",
    ("publish", "--only-csv-json"): "下载只做各表和指标的 CSV、JSON，不做其他格式、记录和图的文件，快得多",
    ("publish", "--jobs"): "同时用几个进程生成页面，默认有几个处理器核用几个；1 表示不用别的进程",
    ("publish", "--trust"): "信任 mkdocs.yml 里写的插件、钩子、模板：它们会在这台电脑上运行；不写就拒绝",
    ("offline", "--site"): "建成的网站所在的目录，默认 site",
    ("offline", "--folder"): "压缩包写到哪个目录，默认 build",
    ("serve", "--sources"): "官方文本所在目录，页面带原文；不写，取环境变量 SOURCES，再看台账旁边的 sources",
    ("serve", "--config"): "建站程序的设置，默认 mkdocs.yml；没有这个文件，用程序自带的",
    ("serve", "--port"): "端口，默认 8000",
    ("serve", "--open"): "准备好以后打开浏览器",
    ("serve", "--trust"): "信任 mkdocs.yml 里写的插件、钩子、模板：它们会在这台电脑上运行；不写就拒绝",
    ("upgrade", "folder"): "台账目录，例如 data",
    ("split", "notice"): "通知的文件，.txt、.docx 或 .html",
    ("split", "--into"): "台账所在的目录（里面有 data），或者一个空目录",
    ("split", "--json"): "另把读到的条款、数值、单位写成一个 JSON 文件",
    ("review", "folder"): "台账所在的目录，里面有 data，有的还有 sources；不写，就是现在的目录",
    ("review", "--round"): "核对这一轮填报收来的数，不是草稿；台账要在 git 仓库里",
    ("review", "--port"): "端口，默认 8100",
    ("review", "--open"): "准备好以后打开浏览器",
    ("forms", "round"): "填报轮次的标识，写在 rounds.yml 里；做分解表的不用写",
    ("forms", "--out"): "上报表写到哪个目录；已有的同名文件内容不同时，什么都不写",
    ("forms", "--breakdown"): "不做上报表，做分解表：给每个牵头单位一张，把约束性指标分到各镇街",
    ("forms", "--document"): "分解的依据，写 documents.yml 里一份文件的标识；收回来的分解目标记在它名下",
    ("forms", "--indicator"): "只分解这个指标，不是约束性的也行；可以写几次",
    ("bundle", "--platform"): "只打一种：win_amd64、manylinux_x86_64 或 manylinux_aarch64；不写就三种都打",
    ("bundle", "--python"): "装进去的 Python 3.11 的压缩包，自己先下载好；给哪种电脑用的，就只打那一种",
    ("bundle", "--folder"): "压缩包写到哪个目录，默认 build",
    ("ingest", "files"): "填好的表，或者放着这些表的目录",
    ("ingest", "--round"): "只收这一轮的；不写就看表里记着的是哪一轮",
    ("ingest", "--on"): "收到的日子，写成 2024-03-28 的样子；默认是今天",
    ("ingest", "--dry-run"): "只试读，什么都不写",
    ("ingest", "--replies"): "给各单位的回复写到哪个目录：原表的副本，有疑问的格涂了色，另有一张“问题”",
    ("ingest", "--here"): "在 git 仓库里也直接写进这里的台账；不写，写在这一轮自己的分支上",
    ("ingest", "--foreign"): "读各单位自己画的表（.xlsx、.csv），按表头认列，只说读出了什么，不写台账",
    ("ingest", "--json"): "与 --foreign 一起用：读出的每一格写成一个 JSON 文件",
    (
        "round",
        "action",
    ): "做什么：status（默认）看情况，return 退回一项，note 注明一句，answer 答复批注，approve 通过，publish 记为公开",
    ("round", "--item"): "哪一项：status 列着的标识；return、note、answer 要写",
    ("round", "--remark"): "批注、注明或答复的话；return、note、answer 要写",
    ("appraisal", "period"): "哪个时期：2017、2017-H1、2017-Q3 或 2017-06",
    ("appraisal", "--out"): "写到哪个目录；同名的文件会换成新的",
    ("round", "round"): "填报轮次的标识，写在 rounds.yml 里",
    ("round", "--on"): "看哪一天的情况，写成 2024-03-28 的样子；默认是今天",
    ("round", "--out"): "填报情况表、催办单和退回单写到哪个目录",
    ("round", "--all"): "迟交的都催；不写，只在迟交的第 1 天、第 7 天和以后每 30 天催",
    ("simulate", "folder"): "写到哪个目录，必须没有或是空的",
    ("simulate", "--tasks"): "任务数，默认 200",
    ("simulate", "--indicators"): "指标数，默认 200",
    ("simulate", "--organizations"): "单位数，默认 70",
    ("simulate", "--years"): "从 2016 年起的年数，默认 5",
    ("simulate", "--seed"): "随机数种子，默认 1；换一个得到另一份台账",
}
