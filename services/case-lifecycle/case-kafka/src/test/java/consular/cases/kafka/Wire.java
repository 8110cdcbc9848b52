package consular.cases.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A port on loopback that leads to another, unless it is cut. */
final class Wire {
    private final ServerSocket entrance;
    private final Socket exit = reserved();
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
        return exit.getLocalPort();
    }

    /**
     * Bound and listening to nobody for as long as the wire is there, so that the port is given to no other who asks for any; whoever asks
     * for it by its number, and may use addresses anew, as servers do, can listen there.
     */
    private static Socket reserved() {
        try {
            var socket = new Socket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return socket;
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
                var far = new Socket(InetAddress.getLoopbackAddress(), exit());
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
