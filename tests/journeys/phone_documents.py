"""Makes what a phone's camera stores of a page: twelve million pixels with a sensor's noise, held
upright and so stored on its side, once as JPEG of about 12 MB and once as HEIC.

usage: phone_documents.py FOLDER    page.jpg and page.heic; the page is red at the top left.
"""

import pathlib
import subprocess
import sys

folder = pathlib.Path(sys.argv[1])


def run(*command):
    subprocess.run([str(part) for part in command], check=True, cwd=folder, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)


# The noise is made once and laid beside itself, since it takes long.
run("convert", "-size", "756x1008", "xc:#c8c4ba", "-seed", "7", "-attenuate", "0.7", "+noise", "Gaussian",
    "noise.png")
print_lines = " ".join(f"rectangle 800,{top} 2600,{top + 24}" for top in range(900, 3400, 90))
run("convert", "-size", "3024x4032", "tile:noise.png", "-fill", "#222", "-draw", print_lines,
    "-fill", "#d00", "-draw", "rectangle 0,0 700,700", "upright.png")
run("convert", "upright.png", "-rotate", "270", "-quality", "95", "-sampling-factor", "4:4:4", "page.jpg")
run("exiftool", "-q", "-overwrite_original", "-n", "-Orientation=6", "-Model=Phone", "-GPSLatitude=25",
    "page.jpg")
run("heif-enc", "-q", "50", "-p", "preset=ultrafast", "-o", "page.heic", "upright.png")
