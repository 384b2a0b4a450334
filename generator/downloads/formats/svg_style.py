"""How pictures as files look: the rules of the site's stylesheet, written out, and the signs of the legend."""

from __future__ import annotations

LIGHT = {
    "paper": "#fff",
    "text": "#1f1f1f",
    "ink": "#8b1e1e",
    "done": "#1d6b3a",
    "way": "#1f5a8c",
    "short": "#9a4a00",
    "mute": "#555",
    "part": "#665700",
    "late": "#7a2f6b",
    "miss": "#b3122f",
}
DARK = {
    "paper": "#29201e",
    "text": "#e6e6e6",
    "ink": "#f0a39c",
    "done": "#86d39f",
    "way": "#93c4f0",
    "short": "#f3b577",
    "mute": "#b9b9b9",
    "part": "#d9c866",
    "late": "#e3a8d6",
    "miss": "#ff9ba8",
}
"""The colours of the stylesheet of the site: programs for texts and drawings know no variables."""

SHAPES = """text{font:12px "PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif}
.head{font-size:13px;font-weight:700}.key{font-size:11px}.foot{font-size:10px}.number{text-anchor:end}
.pl-middle{text-anchor:middle}
.pl-label,.pl-goal{font-weight:700;paint-order:stroke;stroke-width:3px;stroke-linejoin:round}
line,polyline{fill:none}.pl-axis{stroke-width:1}.pl-axis--cut{stroke-dasharray:1 3}.pl-target{stroke-width:1.5}
.pl-target--year{stroke-width:3}.pl-gap{fill-opacity:.07;stroke-width:1;stroke-dasharray:3 3}
.pl-step{fill-opacity:.16;stroke-width:1.5}.pl-step--bound{fill-opacity:.07;stroke-dasharray:5 3}
.pl-value{stroke-width:1.5}
.pl-value--soft{stroke-dasharray:3 2}circle.pl-value--soft{stroke-dasharray:none}.pl-run{stroke-width:2}
.pl-way{stroke-width:1;stroke-dasharray:2 4}.pl-mean{stroke-width:2.5;stroke-dasharray:8 3}
.pl-fill--incomplete{fill-opacity:.65}.pl-fill--overdue{fill-opacity:.45}.pl-fill--no-data{fill-opacity:.4}
.pl-fill--qualitative{fill-opacity:.2}.pl-fill--ended{fill-opacity:.1}"""
COLOURS = """.paper{{fill:{paper}}}text{{fill:{text}}}.foot{{fill:{mute}}}.pl-label,.pl-goal{{stroke:{paper}}}
.pl-goal{{fill:{ink}}}.pl-missing{{fill:{mute}}}.pl-axis{{stroke:{text}}}.pl-target{{stroke:{ink}}}
.pl-gap{{fill:{mute};stroke:{mute}}}.pl-step{{fill:{way};stroke:{way}}}.pl-value{{fill:{way};stroke:{way}}}
.pl-value--short{{fill:{short};stroke:{short}}}.pl-value--soft{{fill:{paper}}}.pl-run,.pl-mean{{stroke:{way}}}
.pl-way{{stroke:{mute}}}.pl-fill--reached{{fill:{done}}}.pl-fill--on-track{{fill:{way}}}.pl-fill--behind{{fill:{short}}}
.pl-fill--missed{{fill:{miss}}}.pl-fill--incomplete{{fill:{part}}}.pl-fill--overdue{{fill:{late}}}.pl-fill--no-data,.pl-fill--qualitative{{fill:{mute}}}
.pl-fill--ended{{fill:{mute}}}"""
NIGHT = "@media screen and (prefers-color-scheme:dark){"
STYLE = f"<style>{SHAPES}\n{COLOURS.format(**LIGHT)}\n{NIGHT}\n{COLOURS.format(**DARK)}\n}}</style>"
"""Print keeps the light palette."""

KEYS = {
    "pl-key--target": '<line class="pl-target" x1="8" x2="24" y1="{m}" y2="{m}"/>',
    "pl-key--year": '<line class="pl-target pl-target--year" x1="11" x2="21" y1="{m}" y2="{m}"/>',
    "pl-key--bar": '<rect class="pl-value" x="12" y="{t}" width="8" height="8"/>',
    "pl-key--step": '<rect class="pl-step" x="9" y="{t}" width="14" height="8"/>',
    "pl-key--step pl-key--bound": '<rect class="pl-step pl-step--bound" x="9" y="{t}" width="14" height="8"/>',
    "pl-key--way": '<line class="pl-way" x1="8" x2="24" y1="{m}" y2="{m}"/>',
    "pl-key--mean": '<line class="pl-mean" x1="8" x2="24" y1="{m}" y2="{m}"/>',
    "pl-key--gap": '<rect class="pl-gap" x="9" y="{t}" width="14" height="8"/>',
    "pl-key--soft": '<circle class="pl-value pl-value--soft" cx="16" cy="{m}" r="4"/>',
}
"""What stands before a line of the legend; m and t are its middle and its top."""
