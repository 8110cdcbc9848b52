package consular.cases.service.packaged;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A collector of traces on loopback that takes everything and keeps it as it came: OTLP over HTTP, whose texts are in the clear. */
final class TraceCollector implements AutoCloseable {
    private static final HexFormat HEX = HexFormat.of();

    private final HttpServer server;
    private final List<byte[]> bodies = new CopyOnWriteArrayList<>();
    private final List<String> heads = new CopyOnWriteArrayList<>();

    TraceCollector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            heads.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().entrySet());
            bodies.add(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Whether it was sent anything of a trace, whose id has 32 digits. */
    boolean knows(String traceId) {
        return bodies.stream().anyMatch(body -> HEX.formatHex(body).contains(traceId.toLowerCase(Locale.ROOT)));
    }

    /** Everything that it was ever sent. */
    String everything() {
        var all = new StringBuilder();
        heads.forEach(head -> all.append(head).append('\n'));
        bodies.forEach(
                body -> all.append(new String(body, StandardCharsets.UTF_8)).append('\n'));
        return all.toString();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
