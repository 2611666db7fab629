"""Deterministic mutations of a corpus, for where atheris cannot be installed."""

from __future__ import annotations

from pathlib import Path
from random import Random

CORPUS = Path(__file__).with_name("corpus")
MAX_SIZE = 256 << 10
MAX_STEPS = 6
MAX_REPEATS = 3000
TOKENS = (
    *(bytes([code]) for code in (0, 1, 0x7F, 0x80, 0x90, 0xC0, 0xC1, 0xCB, 0xD9, 0xFF)),
    *(b"\xdc\xff\xff", b"\xdd\xff\xff\xff\xff", b"\xdf\xff\xff\xff\xff", b"\xcf" * 9),
    *(b"\xff\xfe", b"\xef\xbb\xbf", b"\r\n", b'"', b"'", b"`", b"\\u0000", b"\\ud800"),
    *(b"[", b"]", b"{", b"}", b"(", b")", b",", b":", b"null", b"1e999", b"NaN", b"-"),
    *(b"9" * 400, b"**", b"^", b"=", b"../", b"/", b"\xe2\x91\xa0", b"\xe2\x80\xae"),
    *(b"PK\3\4", b"PK\1\2", b"PK\5\6", b'"cells"', b'"source"', b'"metadata"'),
)


def corpus_of(name):
    """Return the inputs in the repository, by their names."""
    return [path.read_bytes() for path in sorted((CORPUS / name).iterdir())]


def mutations(name, random: Random):
    """Yield mutated inputs of a target without an end."""
    corpus = corpus_of(name)
    while True:
        data = random.choice(corpus)
        for _ in range(random.randint(1, MAX_STEPS)):
            data = random.choice(STEPS)(data, random, corpus)[:MAX_SIZE]
        yield data


def a_part(data, random):
    start = random.randint(0, len(data))
    return start, random.randint(start, min(len(data), start + 64))


def flip(data, random, _):
    if not data:
        return data
    at = random.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << random.randrange(8)]) + data[at + 1 :]


def put_token(data, random, _):
    start, end = a_part(data, random)
    end = random.choice((start, end))
    return data[:start] + random.choice(TOKENS) + data[end:]


def cut(data, random, _):
    start, end = a_part(data, random)
    return data[:start] + data[end:]


def repeat(data, random, _):
    start, end = a_part(data, random)
    times = random.choice((2, 3, 40, MAX_REPEATS))
    return data[:start] + data[start:end] * times + data[end:]


def splice(data, random, corpus):
    other = random.choice(corpus)
    return data[: a_part(data, random)[0]] + other[a_part(other, random)[0] :]


STEPS = (flip, flip, put_token, put_token, cut, repeat, splice)
