"""Makes dither.json: grey pictures with what Pillow and ImageMagick make of them.

python3-pil 9.4 judges luma and Floyd-Steinberg, convert-im6.q16 6.9 the ordered dither, pamscale of Netpbm 11.1
the box filter (it calls it pixel mixing; -linear because grey levels are averaged as they are).
Run: /usr/bin/python3 make-dither.py > dither.json
"""
import json
import random
import subprocess
from PIL import Image

random.seed(7)


def rows_of(image):
    width, height = image.size
    pixels = image.convert("L").load()
    return ["".join("." if pixels[x, y] else "#" for x in range(width)) for y in range(height)]


def run(grey, *command):
    pgm = b"P5 %d %d 255\n" % grey.size + grey.tobytes()
    return subprocess.run(command, input=pgm, stdout=subprocess.PIPE, check=True).stdout


def ordered(grey):
    octets = run(grey, "convert-im6.q16", "pgm:-", "-ordered-dither", "o8x8", "gray:-")
    return rows_of(Image.frombytes("L", grey.size, octets))


def box(grey, width, height):
    pgm = run(grey, "pamscale", "-linear", "-xsize=%d" % width, "-ysize=%d" % height)
    return {"width": width, "height": height, "grey": pgm[-width * height:].hex()}


def picture(name, width, height, colour):
    rgb = Image.new("RGB", (width, height))
    for y in range(height):
        for x in range(width):
            rgb.putpixel((x, y), colour(x / width, y / height))
    grey = rgb.convert("L")
    return {
        "name": name,
        "width": width,
        "height": height,
        "rgb": rgb.tobytes().hex(),
        "grey": grey.tobytes().hex(),
        "floydSteinberg": rows_of(grey.convert("1")),
        "ordered": ordered(grey),
        "box": box(grey, max(1, width * 2 // 5), max(1, height * 3 // 7)),
    }


def level(value):
    return max(0, min(255, round(value)))


print(json.dumps([
    picture("gradient", 40, 16, lambda x, y: (level(255 * x), level(255 * y), level(255 * (x + y) / 2))),
    picture("noise", 31, 13, lambda x, y: tuple(random.randrange(256) for _ in range(3))),
    picture("disc", 24, 24, lambda x, y: (level(600 * ((x - 0.5) ** 2 + (y - 0.5) ** 2)), 90, level(255 * y))),
    picture("strip", 64, 3, lambda x, y: (level(255 * x),) * 3),
    picture("dot", 1, 1, lambda x, y: (127, 127, 127)),
], indent=1))
