"""A real HTTP server on the loopback that answers requests as a test tells it to."""

import contextlib
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))) or "null")
        self.server.seen.append({"path": self.path, "headers": dict(self.headers), "body": body})
        script = self.server.script
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):  # the client had enough
            (script.pop(0) if len(script) > 1 else script[0])(self)

    def do_GET(self):
        self.do_POST()

    def send(self, number, body="", **headers):
        data = body if isinstance(body, bytes) else (body if isinstance(body, str) else json.dumps(body)).encode()
        self.send_response(number)
        for name, value in {"Content-Length": len(data), "Content-Type": "application/json", **headers}.items():
            self.send_header(name.replace("_", "-"), str(value))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *args):
        """Say nothing."""


class Server:
    """Answers each request with the next function of its script; the last one answers all that follow."""

    def __init__(self):
        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.http.daemon_threads = True
        self.http.seen, self.http.script = [], [lambda handler: handler.send(500)]
        self.url = f"http://127.0.0.1:{self.http.server_port}/v1"
        threading.Thread(target=self.http.serve_forever, args=(0.02,), daemon=True).start()

    def answers(self, *script):
        self.http.script = list(script)
        return self

    @property
    def seen(self):
        return self.http.seen

    def stop(self):
        self.http.shutdown()
        self.http.server_close()
