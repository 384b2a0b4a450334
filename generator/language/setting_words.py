"""Titles of the settings in data/site.yml."""

from __future__ import annotations

from typing import Final

EMPTY: Final = "空"

SITE_TITLES: Final = {
    "contract": "契约版本",
    "name": "站点名称",
    "place": "地区名称",
    "level": "地区级别",
    "description": "站点说明",
    "demonstration": "是否示例站",
    "licence": "数据许可",
    "version": "数据版本号",
    "package": "数据包名",
    "notice": "示例站提示语",
    "noindex": "是否请搜索引擎不收录",
    "url": "站点网址",
    "edit_url": "台账文件的编辑网址",
    "publisher": "主办单位",
    "undertaker": "承办单位",
    "contact": "联系方式",
    "disclosure_office": "政府信息公开工作机构",
    "feedback": "反映错误的渠道",
    "site_code": "网站标识码",
    "badge_url": "党政机关网站标识的网址",
    "icp": "ICP 备案号",
    "icp_url": "ICP 备案号的网址",
    "police": "公安备案号",
    "police_url": "公安备案号的网址",
    "column_type": "栏目类型",
    "keywords": "关键词",
    "public": "公开的填报和考核",
    "synonyms": "近义词",
}

WHOLE_PLACE: Final = {
    "区": "全区",
    "县": "全县",
    "县级市": "全市",
    "自治县": "全县",
    "旗": "全旗",
    "地级市": "全市",
}
"""Level of the place → what its documents call the whole of it."""

TERRITORIES: Final = {
    "区": "街镇",
    "县": "乡镇",
    "县级市": "乡镇街道",
    "自治县": "乡镇",
    "旗": "乡镇",
    "地级市": "县区",
}
"""Level of the place → what its towns and other territories are called together."""

LICENCE_TITLES: Final = {"name": "许可简称", "title": "许可名称", "path": "许可文本网址", "attribution": "署名方式"}

OFFICE_TITLES: Final = {"name": "机构名称", "address": "通信地址", "phone": "公开电话", "url": "网页"}
