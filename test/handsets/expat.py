"""Reads user agent profiles with expat, and merges those of one phone. Lines of JSON in and out."""
import json
import re
import sys
from xml.parsers import expat

SINGLES = ("screensize", "mmsmaxmessagesize", "mmsmaximageresolution", "vendor", "model")
LISTS = {"mmsccppaccept": "accept", "mmsccppacceptcharset": "charsets", "mmsccppaccept-charset": "charsets"}


def local(name):
    return name.split(":")[-1].lower()


def read(document):
    facts = {name: "" for name in SINGLES}
    facts.update(accept=[], charsets=[])
    path, text = [], []

    def start(name, attributes):
        path.append(local(name))
        text.clear()
        for attribute, value in attributes.items():
            if local(attribute) in SINGLES:
                facts[local(attribute)] = value

    def end(name):
        content = "".join(text).strip()
        text.clear()
        here = path.pop()
        if here in SINGLES:
            facts[here] = content
        elif here == "li" and content:
            for outer, key in LISTS.items():
                if outer in path:
                    facts[key].append(content)

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text.append
    # expat takes no blanks before the declaration
    parser.Parse(document.lstrip().encode("utf-8"), True)
    return facts


def pixels(text):
    found = re.fullmatch(r"(\d+) ?[xX*\u00d7] ?(\d+)", text)
    return [int(found[1]), int(found[2])] if found else None


def types(facts):
    names = (entry.split(";")[0].lower() for entry in facts["accept"])
    return {name for name in names if name.count("/") == 1 and name[0] != "/" and name[-1] != "/"}


def charsets(facts):
    return {name.lower() for name in facts["charsets"] if name != "-"}


def merge(profiles):
    sizes = [int(p["mmsmaxmessagesize"]) for p in profiles if p["mmsmaxmessagesize"].isdigit()]
    images = [size for size in (pixels(p["mmsmaximageresolution"]) for p in profiles) if size]
    screens = [size for size in (pixels(p["screensize"]) for p in profiles) if size]
    sets = [names for names in (charsets(p) for p in profiles) if names]
    return {
        "maxBytes": min(sizes, default=None),
        "maxImage": [min(w for w, _ in images), min(h for _, h in images)] if images else None,
        "screen": min(screens, key=lambda size: (size[0] * size[1], size[0]), default=None),
        "charsets": sorted(set.intersection(*sets)) if sets else [],
        "accept": sorted(set.intersection(*(types(p) for p in profiles))),
    }


phones = {}
facts = []
for line in sys.stdin:
    entry = json.loads(line)
    found = read(entry["document"])
    facts.append(found)
    if entry["phone"] and types(found):
        phones.setdefault(entry["phone"], []).append(found)
json.dump({"facts": facts, "phones": {phone: merge(found) for phone, found in phones.items()}}, sys.stdout)
