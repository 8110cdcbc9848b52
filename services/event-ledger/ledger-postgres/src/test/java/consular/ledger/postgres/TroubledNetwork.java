package consular.ledger.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Stands between a node and its database, and is as slow, broken or silent as it is told to be. */
final class TroubledNetwork implements AutoCloseable {

    private static final int BUFFER = 8192;

    private enum State {
        SOUND,
        SLOW,
        /** What is sent disappears, and nobody is told. */
        SILENT,
        /** Nobody gets through. */
        CUT
    }

    private final ServerSocket entrance;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile State state = State.SOUND;

    TroubledNetwork(int port) throws IOException {
        this.port = port;
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("network").start(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** As it should be, for connections that are there and for new ones. Those that were silent have lost something. */
    void mend() {
        if (state == State.SILENT) {
            disconnect();
        }
        state = State.SOUND;
    }

    void slow() {
        state = State.SLOW;
    }

    void silence() {
        state = State.SILENT;
    }

    void cut() {
        state = State.CUT;
        disconnect();
    }

    /** Ends all connections; new ones get through. */
    void disconnect() {
        open.forEach(TroubledNetwork::close);
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                var near = entrance.accept();
                if (state == State.CUT) {
                    close(near);
                } else {
                    connect(near);
                }
            } catch (IOException closed) {
                disconnect();
            }
        }
    }

    private void connect(Socket near) throws IOException {
        var far = new Socket(InetAddress.getLoopbackAddress(), port);
        near.setTcpNoDelay(true);
        far.setTcpNoDelay(true);
        open.add(near);
        open.add(far);
        Thread.ofPlatform().daemon().start(() -> carry(near, far));
        Thread.ofPlatform().daemon().start(() -> carry(far, near));
    }

    private void carry(Socket from, Socket to) {
        try (var input = from.getInputStream();
                var output = to.getOutputStream()) {
            carry(input, output);
        } catch (IOException _) {
            // one of the two is gone, so the other goes as well
        } finally {
            close(from);
            close(to);
        }
    }

    private void carry(InputStream input, OutputStream output) throws IOException {
        var buffer = new byte[BUFFER];
        for (var length = input.read(buffer); length >= 0; length = input.read(buffer)) {
            switch (state) {
                case SOUND -> output.write(buffer, 0, length);
                case SLOW -> {
                    pause();
                    output.write(buffer, 0, length);
                }
                case SILENT -> {}
                case CUT -> throw new IOException("cut");
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(40);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        disconnect();
    }
}
