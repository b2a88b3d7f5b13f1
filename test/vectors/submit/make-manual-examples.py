"""Writes manual-examples.json: the 19 requests of the gateway's manual, as printed and as they ought to be.

The corrected bodies are made here with urllib, from values typed in by hand: they owe nothing to the library.
Usage: python3 make-manual-examples.py bulk-mms-api.txt > manual-examples.json
"""

import json
import re
import sys
from urllib.parse import quote

manual = open(sys.argv[1], encoding="utf-8").read()
# Numbers of the ranges that Ofcom keeps for fiction stand for the printed ones; they are as long.
for real, fictitious in [("447700912345", "447700900123"), ("442077138000", "442079460000")]:
    manual = manual.replace(real, fictitious)
lines = manual.split("\n")
printed = []
for number, line in enumerate(lines):
    if re.match("(?i)username=", line):
        while lines[number + 1] != "":
            number += 1
            line += "\n" + lines[number]
        printed.append(line)
assert len(printed) == 19

TO = ["447700900123"]
CRLF = "\r\n"


def printed_hex(example, name):
    return re.search(name + "=([0-9A-Fa-f ]+)", printed[example - 1]).group(1).replace(" ", "")


barcode = printed_hex(3, "WAPPushFileData1")
smiley = printed_hex(4, "MMSNotificationFileData1")
bundle = printed_hex(7, "MMSNotificationFileData1")
group = printed_hex(11, "GroupGraphic")
logo = printed_hex(13, "OperatorLogo")
assert logo.startswith("42f45000480e01") and logo == printed_hex(15, "PictureMessage")
tune = (
    "Uncle:d=8,o=5,b=130:a,a,a,g,f,f,d,f,4g,4g,c,d,4f,a,a,4g,f,f,d,f,4g,4g,g,4f,4a,4a,g,4f,4g,4f,2f"
)
card = CRLF.join(
    ["BEGIN:VCARD", "VERSION:2.1", "N:Connection Software", "FN:Connection Software", "TEL:+442079460000", "END:VCARD", ""]
)
calendar = CRLF.join(
    [
        "BEGIN:VCALENDAR",
        "VERSION:1.0",
        "BEGIN:VEVENT",
        "CATEGORIES:MEETING",
        "STATUS:TENTATIVE",
        "DTSTART:19960401T033000Z",
        "DTEND:20060101T043000Z",
        "SUMMARY:Meeting with CSoft",
        "DESCRIPTION:Meeting with Connection Software at their offices",
        "CLASS:PRIVATE",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]
)
pdu_card = CRLF.join(
    ["BEGIN:VCARD", "VERSION:2.1", "N:Smith;John;;MD", "TEL;PREF;VOICE:447700900123", "END:VCARD"]
)

# (title, contradictions of the manual, user name, PIN, message, pairs of the corrected body after SendTo)
EXAMPLES = [
    ("image by WAP Push, introduction", ["C5", "the data are elided as dots"], "ANOther.12345", "123456",
     {"kind": "wap-push", "text": "Hello World", "file": {"name": "image.jpg", "data": "ffd8ffd9"}},
     [("Message", "Hello World"), ("WAPPushFileName1", "image.jpg"), ("WAPPushFileData1", "FFD8FFD9")]),
    ("Hebrew Alef", ["C3"], "ANOther.12345", "123456",
     {"kind": "text", "text": "\u05d0"},
     [("Message", "\u05d0")]),
    ("image by WAP Push", ["C3", "C4"], "ANOther.12345", "123456",
     {"kind": "wap-push", "text": "Your barcode ticket", "file": {"name": "barcode.jpg", "data": barcode.lower()}},
     [("Message", "Your barcode ticket"), ("WAPPushFileName1", "barcode.jpg"), ("WAPPushFileData1", barcode.upper())]),
    ("image by MMS", ["C3"], "ANOther.12345", "123456",
     {"kind": "mms", "subject": "Hello", "file": {"name": "smiley1.gif", "data": smiley.lower()}},
     [("Message", "Hello"), ("MMSNotificationFileName1", "smiley1.gif"), ("MMSNotificationFileData1", smiley.upper())]),
    ("image of the library", ["C3", "C6"], "ANOther.12345", "123456",
     {"kind": "wap-push", "text": "Connection Software", "library": 8005},
     [("Message", "Connection Software"), ("MMSFileWAP", "8005")]),
    ("service indication", ["C3", "C4"], "ANother.12345", "12345678",
     {"kind": "service-indication", "href": "http://www.csoft.co.uk/images/smiley1.gif", "text": "Connection Software"},
     [("si-href", "http://www.csoft.co.uk/images/smiley1.gif"), ("si-content", "Connection Software")]),
    ("MMS as a ZIP file", ["C3", "C15"], "ANOther.12345", "11223344",
     {"kind": "mms", "subject": "LutherQuote", "file": {"name": "MLuther.zip", "data": bundle.lower()}},
     [("Message", "LutherQuote"), ("MMSNotificationFileName1", "MLuther.zip"), ("MMSNotificationFileData1", bundle.upper())]),
    ("ringtone of the library", ["C2", "C7", "C16"], "ANOther.12345", "123456",
     {"kind": "ringtone", "library": 73344, "phoneMake": "Nokia"},
     [("Ringtone", "73344"), ("PhoneMake", "Nokia")]),
    ("ringtone as RTTTL", ["C2", "C9", "C16"], "ANOther.12345", "123456",
     {"kind": "ringtone", "tune": tune, "phoneMake": "Nokia"},
     [("Ringtone", tune), ("PhoneMake", "Nokia")]),
    ("group graphic of the library", ["C2", "C16"], "ANOther.12345", "123456",
     {"kind": "group-graphic", "library": 10147, "phoneMake": "Nokia"},
     [("GroupGraphic", "10147"), ("PhoneMake", "Nokia")]),
    ("group graphic as OTA bitmap", ["C2", "C3", "C13"], "ANOther.12345", "123456",
     {"kind": "group-graphic", "bitmap": group.lower(), "phoneMake": "Nokia"},
     [("GroupGraphic", group.upper()), ("PhoneMake", "Nokia")]),
    ("operator logo of the library", ["C2", "C16"], "ANOther.12345", "123456",
     {"kind": "operator-logo", "library": 10147, "mcc": "234", "mnc": "33", "phoneMake": "Nokia"},
     [("OperatorLogo", "10147"), ("MCC", "234"), ("MNC", "33"), ("PhoneMake", "Nokia")]),
    ("operator logo as OTA bitmap", ["C2", "C3", "C11"], "ANOther.12345", "123456",
     {"kind": "operator-logo", "bitmap": "32f433" + logo[6:].lower(), "mcc": "234", "mnc": "33", "phoneMake": "Nokia"},
     [("OperatorLogo", "32F433" + logo[6:].upper()), ("MCC", "234"), ("MNC", "33"), ("PhoneMake", "Nokia")]),
    ("picture message of the library", ["C2", "C3", "C16"], "ANOther.12345", "123456",
     {"kind": "picture-message", "text": "Golf Course", "library": 20150, "phoneMake": "Nokia"},
     [("Message", "Golf Course"), ("PictureMessage", "20150"), ("PhoneMake", "Nokia")]),
    ("picture message as OTA bitmap", ["C2", "C3", "C12"], "ANOther.12345", "123456",
     {"kind": "picture-message", "bitmap": logo[6:].lower(), "phoneMake": "Nokia"},
     [("PictureMessage", logo[6:].upper()), ("PhoneMake", "Nokia")]),
    ("vCard", ["C3", "C10", "C19"], "ANOTHER.12345", "12345678",
     {"kind": "vcard", "card": card},
     [("vCard", card)]),
    ("vCalendar", ["C3", "C10", "C20"], "ANOther.12345", "12345678",
     {"kind": "vcalendar", "calendar": calendar},
     [("vCal", calendar)]),
    ("PDU: vCard", ["C2", "C3", "C18"], "ANOthER.12345", "12345678",
     {"kind": "pdu", "dataCodingScheme": 0, "protocolIdentifier": 0, "userDataHeader": "06050423f40000", "text": pdu_card},
     [("Message", pdu_card), ("SmsSubmitPduDataCodingScheme", "00"), ("SmsSubmitPduProtocolIdentifier", "00"),
      ("SmsSubmitPduUserDataHeader", "06050423F40000")]),
    ("PDU: text to a port", ["C2", "C3", "C16", "C17"], "ANOther.12345", "12345678",
     {"kind": "pdu", "dataCodingScheme": 0, "protocolIdentifier": 0, "userDataHeader": "06050413880000",
      "text": "This is a message to port 5000"},
     [("Message", "This is a message to port 5000"), ("SmsSubmitPduDataCodingScheme", "00"),
      ("SmsSubmitPduProtocolIdentifier", "00"), ("SmsSubmitPduUserDataHeader", "06050413880000")]),
]

# What a tolerant reader says about the bodies as printed, by number of the example.
name, blank, line = "submit/form-name Username", "submit/form-blank", "submit/form-separator"
WARNINGS = {
    1: ["submit/form-hex WAPPushFileData1", "submit/value file.data"],
    5: ["submit/library-range library"],
    6: ["submit/form-reserved si-href", "submit/si-id-missing id"],
    7: [line, "submit/form-blank MMSNotificationFileData1"],
    8: [blank, name],
    9: [blank, name],
    10: [blank, name],
    11: [name],
    12: [blank, name],
    13: [name, "submit/logo-network bitmap"],
    14: [blank, name],
    15: ["submit/form-separator PictureMessage", name, "submit/bitmap-form bitmap"],
    16: ["submit/form-reserved vCard", "submit/card-slips card"],
    17: ["submit/form-reserved vCal", "submit/form-plus vCal", "submit/card-slips calendar"],
    18: [name, "submit/form-reserved Message"],
    19: [line, name],
}

rows = []
for number, (title, slips, username, pin, message, pairs) in enumerate(EXAMPLES, 1):
    pairs = [("Username", username), ("PIN", pin), ("SendTo", ",".join(TO)), *pairs, ("ResponseFormat", "3")]
    rows.append({
        "name": f"{number}: {title}",
        "source": "manual, Examples; corrected by hand and urllib.parse.quote",
        "slips": slips,
        "warnings": WARNINGS.get(number, []),
        "username": username,
        "pin": pin,
        "message": {**message, "to": TO},
        "printed": printed[number - 1],
        "corrected": "&".join(f"{name}={quote(value, safe='-._~')}" for name, value in pairs),
    })
json.dump(rows, sys.stdout, indent=1, ensure_ascii=True)
print()
