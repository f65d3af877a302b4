"""A WebSocket as a client opens one (RFC 6455), for text messages, with nothing but the standard library."""

from __future__ import annotations

import base64
import hashlib
import os
import socket
import ssl
import struct
from typing import Optional, Tuple
from urllib.parse import urlsplit

_GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"  # of the RFC
_TEXT, _CLOSE, _PING, _PONG = 1, 8, 9, 10


class WebSocketError(ConnectionError):
    """The other side is no WebSocket, or has gone away."""


class WebSocket:
    """Open from the constructor to `close`. `url` is such as wss://game.example/ws."""

    def __init__(self, url: str, subprotocol: str, timeout: float = 30.0) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("ws", "wss") or not parts.hostname:
            raise ValueError("A server's address is such as wss://game.example/ws, not %r." % url)
        secure = parts.scheme == "wss"
        plain = socket.create_connection((parts.hostname, parts.port or (443 if secure else 80)), timeout)
        context = ssl.create_default_context() if secure else None
        self._socket = context.wrap_socket(plain, server_hostname=parts.hostname) if context else plain
        self._timeout = timeout
        self._buffer = b""
        self._message = b""  # the parts of one that have come
        self._shake_hands(parts.netloc.rpartition("@")[2], parts.path or "/ws", subprotocol)

    def send(self, text: str) -> None:
        self._send(_TEXT, text.encode("utf-8"))

    def receive(self, timeout: Optional[float] = None) -> Optional[str]:
        """The next message; nothing when none has come in `timeout` seconds. Raises `WebSocketError` at the end."""
        while True:
            try:
                final, opcode, payload = self._frame(timeout)
            except socket.timeout:
                return None
            if opcode == _PING:
                self._send(_PONG, payload)
            elif opcode == _CLOSE:
                raise WebSocketError("The server has closed the connection.")
            elif opcode != _PONG:
                self._message += payload
                if final:
                    message, self._message = self._message, b""
                    return message.decode("utf-8")

    def close(self) -> None:
        try:
            self._send(_CLOSE, struct.pack(">H", 1000))
        except OSError:
            pass  # it has gone away by itself
        self._socket.close()

    def _shake_hands(self, host: str, path: str, subprotocol: str) -> None:
        key = base64.b64encode(os.urandom(16)).decode("ascii")
        self._socket.sendall(
            (
                "GET %s HTTP/1.1\r\nHost: %s\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: %s\r\n"
                "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: %s\r\n\r\n" % (path, host, key, subprotocol)
            ).encode("ascii")
        )
        while b"\r\n\r\n" not in self._buffer:
            self._fill(self._timeout)
        head, self._buffer = self._buffer.split(b"\r\n\r\n", 1)
        lines = head.decode("latin-1").split("\r\n")
        fields = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])}
        wanted = base64.b64encode(hashlib.sha1((key + _GUID).encode("ascii")).digest()).decode("ascii")
        if " 101 " not in lines[0] + " " or fields.get("sec-websocket-accept") != wanted:
            raise WebSocketError("The server does not speak WebSocket here: " + lines[0])

    def _send(self, opcode: int, payload: bytes) -> None:
        size = len(payload)
        if size < 126:
            head = struct.pack(">BB", 0x80 | opcode, 0x80 | size)
        elif size < 65_536:
            head = struct.pack(">BBH", 0x80 | opcode, 0x80 | 126, size)
        else:
            head = struct.pack(">BBQ", 0x80 | opcode, 0x80 | 127, size)
        mask = os.urandom(4)
        self._socket.settimeout(self._timeout)
        self._socket.sendall(head + mask + bytes(byte ^ mask[at % 4] for at, byte in enumerate(payload)))

    def _frame(self, timeout: Optional[float]) -> Tuple[bool, int, bytes]:
        """Whole or not at all: what has come of one before a timeout stays for the next call."""
        need = 2
        while True:
            while len(self._buffer) < need:
                self._fill(timeout)
            size, start = self._buffer[1] & 0x7F, 2
            if size >= 126:
                start = 4 if size == 126 else 10
                if len(self._buffer) < start:
                    need = start
                    continue
                size = int.from_bytes(self._buffer[2:start], "big")
            need = start + size
            if len(self._buffer) < need:
                continue
            final, opcode = bool(self._buffer[0] & 0x80), self._buffer[0] & 0x0F
            payload, self._buffer = self._buffer[start:need], self._buffer[need:]
            return final, opcode, payload

    def _fill(self, timeout: Optional[float]) -> None:
        self._socket.settimeout(timeout)
        more = self._socket.recv(65_536)
        if not more:
            raise WebSocketError("The server has gone away.")
        self._buffer += more
