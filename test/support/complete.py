"""Types a line and two tabs into a shell on a terminal of its own, and prints what the terminal then shows.

usage: complete.py SHELL SCRIPT LINE
"""
import fcntl
import os
import pty
import re
import struct
import sys
import termios

START = {
    "bash": (["bash", "--norc", "--noprofile", "-i"], "bind 'set bell-style none'; bind 'set completion-query-items 9999'"),
    "zsh": (["zsh", "-f", "-i"], "autoload -Uz compinit; compinit -u -D; setopt nobeep; LISTMAX=9999"),
}
KILL_LINE = "\x15"


def read_until(terminal, mark):
    seen = ""
    while mark not in seen:
        seen += os.read(terminal, 65536).decode("utf8", "replace")
    return seen


def main(shell, script, line):
    arguments, setup = START[shell]
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update(TERM="xterm", PS1="", HOME=os.getcwd())
        os.execvp(arguments[0], arguments)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 200, 0, 0))
    # Marks are typed in two pieces, so that the echo of what is typed is not taken for them. A key that comes before the
    # prompt is taken by the terminal itself.
    os.write(terminal, f"{setup}; source '{script}'; PS1='RE''ADY '\n".encode())
    read_until(terminal, "READY ")
    os.write(terminal, f"{line}\t\t{KILL_LINE}echo E''ND\n".encode())
    shown = read_until(terminal, "END\r\n")
    os.write(terminal, b"exit\n")
    print(re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown).replace("\r", "\n"))


main(*sys.argv[1:])
