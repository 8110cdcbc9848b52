package consular.cases.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A port on loopback that leads to another, unless it is cut. */
final class Wire {
    private final ServerSocket entrance;
    private final int exit = freePort();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    Wire() {
        try {
            entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.ofPlatform().daemon().start(this::accept);
    }

    String address() {
        return "127.0.0.1:" + entrance.getLocalPort();
    }

    /** The port that it leads to, where nobody listens yet. */
    int exit() {
        return exit;
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Breaks every connection, and lets none begin. */
    void cut() {
        cut = true;
        sockets.forEach(Wire::close);
    }

    void mend() {
        cut = false;
    }

    private void accept() {
        while (true) {
            try {
                var near = entrance.accept();
                var far = new Socket(InetAddress.getLoopbackAddress(), exit);
                sockets.add(near);
                sockets.add(far);
                if (cut) {
                    close(near);
                }
                Thread.ofPlatform().daemon().start(() -> copy(near, far));
                Thread.ofPlatform().daemon().start(() -> copy(far, near));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException _) {
            // it is cut, or one side has gone
        } finally {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // it is of no use any more
        }
    }
}
