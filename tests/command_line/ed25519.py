"""Signing with Ed25519 step by step as RFC 8032, section 5.1 has it: slow, and for tests only."""
import hashlib

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def add(p, q):
    """Points in extended coordinates (X, Y, Z, T): section 5.1.4."""
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(number, point):
    result = (0, 1, 1, 0)
    while number:
        if number & 1:
            result = add(result, point)
        point = add(point, point)
        number >>= 1
    return result


def x_of(y):
    """The even root: section 5.1.3."""
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P)
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    return P - x if x & 1 else x


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE = (x_of(BASE_Y), BASE_Y, 1, x_of(BASE_Y) * BASE_Y % P)


def encode(point):
    inverse = pow(point[2], P - 2, P)
    x, y = point[0] * inverse % P, point[1] * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, "little")


def scalar(data):
    return int.from_bytes(hashlib.sha512(data).digest(), "little") % L


def expand(secret):
    digest = hashlib.sha512(secret).digest()
    number = int.from_bytes(digest[:32], "little") & ((1 << 254) - 8) | 1 << 254
    return number, digest[32:]


def public_key(secret):
    return encode(times(expand(secret)[0], BASE))


def sign(secret, message):
    """Section 5.1.6."""
    number, prefix = expand(secret)
    key = encode(times(number, BASE))
    r = scalar(prefix + message)
    point = encode(times(r, BASE))
    return point + ((r + scalar(point + key + message) * number) % L).to_bytes(32, "little")
