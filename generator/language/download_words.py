"""Words of the files to download: sheets and columns, catalogues, descriptions, examples of use."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

# -- formats of the whole ledger: described once, here, for pages, catalogues and settings


class Format(NamedTuple):
    """A format of the data package."""

    name: str
    """In the settings; the suffix of its files; the module in ``downloads/formats``."""
    title: str
    media_type: str
    description: str
    """What it is good for, in HTML."""
    one_file: bool = False
    """Whether the whole ledger is one file; otherwise each table is one."""
    always: bool = False
    """Whether every site has it; the others can be left out by the settings."""
    catalogued: bool = True
    """Whether the catalogues (DCAT, OpenAPI, resource catalogue) list its files; only where each table is a file."""
    table_note: str = ""
    """What a file of a table is, in the description of the addresses; its title where this is empty."""
    hints: tuple[tuple[str, str], ...] = ()
    """What the description says more where the site has another format: its name, and the words."""

    def file(self, table_or_package: str) -> str:
        """The name of its file below ``data/``: of a table, or of the package where the ledger is one file."""
        return f"{table_or_package}.{self.name}"

    def description_beside(self, formats: Iterable[str]) -> str:
        """The description on a site with these formats."""
        others = {*formats}
        return f"{self.description}{''.join(words for name, words in self.hints if name in others)}。"


FORMATS: Final = (
    Format(
        "xlsx",
        "Excel 工作簿",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "办公、查阅、打印：前两张工作表是任务分工总表和指标总表，单位、目标、完成值和状态都在同一行，可以筛选；"
        "其后是各张数据表，表头为中文，数字的位数照录（5.50 就是 5.50）",
        one_file=True,
    ),
    Format(
        "csv",
        "CSV",
        "text/csv",
        '统计和程序：每张表一个，UTF-8，列名是英文短名，见<a href="#tables">各表的列</a>。'
        "用 Excel 直接打开可能出现乱码",
        always=True,
        table_note="CSV（UTF-8，RFC 4180）",
        hints=(("xlsx", "，请改用 Excel 工作簿"),),
    ),
    Format(
        "json",
        "JSON",
        "application/json",
        "网页和程序：内容与 CSV 相同，数按原样书写",
        always=True,
        table_note="JSON，每行一个对象，空单元格是 null",
    ),
    Format(
        "sqlite",
        "SQLite 数据库",
        "application/vnd.sqlite3",
        "用 SQL 查询：全部表和表间关系在一个文件里，另有做好的视图 <code>v_tasks</code>（任务和单位）、"
        "<code>v_indicators</code>（指标的目标、状态和最近完成值）、<code>v_unit_tasks</code>（每个单位的任务），"
        "各列的中文说明在 <code>about_columns</code> 表",
        one_file=True,
    ),
    Format(
        "parquet",
        "Parquet",
        "application/vnd.apache.parquet",
        "数据分析软件：每张表一个，各列带类型",
        catalogued=False,
    ),
)
"""In the order of the page of the data. The writer of a format is the module of its name in ``downloads/formats``."""

PARTS: Final = ("records", "pictures")
"""What the settings can leave out beside formats: files of single records, and pictures as files."""

OPTIONAL: Final = (*(form.name for form in FORMATS if not form.always), *PARTS)
"""Everything that the settings can leave out."""

ZIP_MEDIA_TYPE: Final = "application/zip"


def formats_of(optional: Iterable[str]) -> list[Format]:
    """The formats of a site with these optional ones."""
    wanted = {*optional}
    return [form for form in FORMATS if form.always or form.name in wanted]


# -- words in the files

BETWEEN_FIGURES: Final = "；"
DIGITS_TITLE: Final = "{title}（原样数字）"
DIGITS_DESCRIPTION: Final = "与 CSV 逐字相同的数字，5.50 就是 5.50；为空时没有数值。"
DATABASE_WORDS: Final = {
    "target_states": (
        ("", "目标的状态", "由本站按公开的规则从目标值和完成值推出，不是台账的内容。"),
        ("target", "目标值", "哪一个目标（targets 表的标识）。"),
        ("state", "状态", "已达到、未达到、进度正常、滞后、数据不全、到期未披露、暂无数据、定性或已终止。"),
        ("disclosed", "已披露", "有没有文件给出这个目标时期内的数：1 有，0 没有。"),
    ),
    "v_headings": (("", "标题路径", "每个标题，连同它上面的各级标题。"),),
    "v_tasks": (("", "任务一览", "每项任务一行，带规划、标题路径，牵头和配合单位的名称用顿号连接。"),),
    "v_indicators": (
        ("", "指标一览", "每个指标一行，带规划目标、状态、最近的完成值和牵头单位；分解到单位的在 targets 表。"),
    ),
    "v_unit_tasks": (
        ("", "单位的任务", "每个单位的每项分工一行；经由统称（例如各镇人民政府）承担的，via 是统称的名称。"),
    ),
    "about": (("", "关于这份数据", "名称、许可、署名、截至日期和来源文件。"),),
    "about_columns": (("", "表和列的说明", "每张表、每一列的中文名称和说明；column_name 为空的一行说明整张表。"),),
}
"""Table or view that the database adds → column (empty: itself), title, description."""

TASK_SHEET: Final = "任务分工总表"
TASK_COLUMNS: Final = {
    "plan": "规划",
    "heading": "领域",
    "locator": "条款位置",
    "title": "任务",
    "summary": "摘要",
    "kind": "类别",
    "leads": "牵头单位",
    "supports": "配合单位",
    "lead_mode": "牵头方式",
    "due": "完成时限",
    "id": "标识",
}
INDICATOR_SHEET: Final = "指标总表"
INDICATOR_COLUMNS: Final = {
    "plan": "规划",
    "heading": "领域",
    "nature": "性质",
    "name": "指标",
    "measure": "度量方式",
    "unit": "单位",
    "target_period": "目标时期",
    "target_text": "规划目标",
    "target_value": "目标数值",
    "other_targets": "年度目标",
    "result_period": "最近完成时期",
    "result_text": "最近完成值",
    "result_value": "完成数值",
    "earlier_results": "此前完成值",
    "state": "状态",
    "explanation": "怎样得出",
    "leads": "牵头单位",
    "id": "标识",
}
"""Columns of the overviews in the workbook: name → title."""
SITE_README: Final = """{name}

怎样打开
  整个网站都在这里。先把压缩包全部解开，再用浏览器打开其中的 index.html；不要网络，也不用安装什么。
  离线时没有搜索：从首页的目录进入，列表页上可以筛选、排序。
  数据在 data 文件夹里，每张表一个 CSV；各列是什么意思，见 data 文件夹里的 index.html。

{facts}
"""
DATA_README: Final = """{name}：数据

怎样打开
  data 文件夹里每张表有一个 CSV 和一个 JSON，内容相同，文字是 UTF-8 编码。
  用 Excel 看 CSV，请从“数据”里的“自文本/CSV”导入，直接双击可能显示乱码。
  各表、各列是什么意思，表与表怎样相连，见 datapackage.json；它照 Data Package 2.0 写成，程序可以直接读。
  数按原文印的数字写；文件没有给出的值留空，空不是 0。

{facts}
"""
"""What stands beside the files of a zip."""
SERIES_SHEET: Final = "目标值和完成值"
SERIES_COLUMNS: Final[tuple[tuple[str, str], ...]] = (
    ("类别", "string"),
    ("时期", "string"),
    ("范围", "string"),
    ("数值", "number"),
    ("计量单位", "string"),
    ("原文写法", "string"),
    ("附注", "string"),
    ("来源文件", "string"),
    ("条款位置", "string"),
    ("说明", "string"),
)
"""The columns of the workbook of one indicator, and their types."""
ABOUT_SHEET: Final = "关于这份数据"
ABOUT_COLUMNS: Final = ("项目", "内容")
YES_NO: Final = {"true": "是", "false": "否"}
TOO_LONG: Final = "……（单元格放不下，全文见 CSV）"
FIELD_TYPES: Final = {"string": "文字", "integer": "整数", "number": "数值", "date": "日期", "boolean": "是否"}
INVENTORY: Final = {
    "信息资源分类": "主题信息资源",
    "信息资源名称": "{name}",
    "信息资源代码": "",
    "信息资源提供方": "{provider}",
    "信息资源提供方代码": "",
    "信息资源摘要": "{abstract}",
    "信息资源格式": "{formats}",
    "信息项信息": "{items}",
    "共享类型": "无条件共享",
    "共享条件": "",
    "共享方式": "网站下载",
    "是否向社会开放": "是",
    "开放条件": "无条件开放",
    "更新周期": "不定期",
    "发布日期": "{published}",
    "关联资源代码": "",
}
"""Core items of the catalogue of government information resources, and what stands in them."""
MODIFIED_BY_DOCUMENT: Final = "没有可查的提交历史，修改日期取自最新的来源文件"

API: Final = {
    "description": "本站的每个数据文件都是静态文件，用 GET 取得，不需要密钥。地址长期不变；记录的标识不改名、不挪用。",
    "package": "数据包描述（Data Package 2.0）",
    "catalog": "数据目录（DCAT-AP 3，JSON-LD）",
    "csvw": "全部表的列和键（CSV on the Web）",
    "table": "一张表，{what}",
    "indicator": "指标",
    "task": "任务",
    "department": "单位",
    "town": "街镇",
    "csv": "{what}的数据，CSV",
    "json": "{what}的数据，JSON",
    "metadata": "{what}的说明：名称、来源、许可、引用格式、更新日期",
    "id": "{what}的标识，见 {table} 表的 id 列",
    "found": "文件内容",
    "missing": "没有这个标识",
}
"""Words of the description of the addresses."""

EXAMPLE_BASE: Final = "https://example.org/"
EXAMPLES: Final = {
    "curl": (
        "curl",
        """curl -O <base>data/targets.csv
curl <base>indicators/<id>/metadata.json""",
        "每次更新以前都实际运行过",
    ),
    "pandas": (
        "Python：pandas",
        """import pandas as pd

targets = pd.read_csv("<base>data/targets.csv", dtype={"value": str})
indicators = pd.read_csv("<base>data/indicators.csv")
merged = targets.merge(indicators, left_on="indicator", right_on="id", suffixes=("", "_indicator"))
print(merged[["name", "end_year", "comparator", "value", "unit"]].head())""",
        "每次更新以前都实际运行过",
    ),
    "frictionless": (
        "Python：frictionless",
        """from frictionless import Package

package = Package("<base>datapackage.json")
table = package.get_resource("observations")
for row in table.read_rows()[:5]:
    print(row["indicator"], row["period"], row["value_text"])""",
        "每次更新以前都实际运行过",
    ),
    "duckdb": (
        "Python：duckdb",
        """import urllib.request

import duckdb

for name in ("tasks", "assignments"):
    urllib.request.urlretrieve(f"<base>data/{name}.csv", f"{name}.csv")
duckdb.sql(\"\"\"
    SELECT organization, count(*) AS leads
    FROM 'assignments.csv' WHERE role = '牵头'
    GROUP BY organization ORDER BY leads DESC, organization LIMIT 5
\"\"\").show()""",
        "每次更新以前都实际运行过",
    ),
    "r": (
        "R",
        """observations <- read.csv("<base>data/observations.csv", fileEncoding = "UTF-8", na.strings = "")
print(head(observations[, c("indicator", "period", "value_text")]))""",
        "更新以前不一定实际运行过",
    ),
    "power-query": (
        "Excel：Power Query",
        """let
    File = Web.Contents("<base>data/targets.csv"),
    Source = Csv.Document(File, [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]),
    Table = Table.PromoteHeaders(Source, [PromoteAllScalars = true])
in
    Table""",
        "人工核对过写法，没有实际运行",
    ),
}
"""Programs by anchor: title, text, and how each is known to work."""


# -- charts as files

PICTURE_TITLE: Final = "{name}：{finding}"

SHARE_IMAGE: Final = "share.svg"
"""The name of the image that other sites show of a page."""

SHARE_STATE: Final = "完成情况"

PICTURE_SOURCE: Final = "来源：{titles}"

PICTURE_AS_OF: Final = "所依据的文件截至 {day}"

PICTURE_LICENCE: Final = "许可：{licence}；署名：{attribution}"

AREAS_TITLE: Final = "{plan}：各领域的目标到哪一步了"

AREAS_DESCRIPTION: Final = "条形的长短是目标的个数。{rows}。"

AREA_COUNT: Final = "{targets} 个目标"

AREA_ROW: Final = "{area}{targets} 个目标：{states}"

AREA_STATE: Final = "{state} {targets} 个"
