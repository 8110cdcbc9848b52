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

    /** Whom the other does not hear any more. */
    enum Silence {
        BOTH_WAYS,
        OF_THE_SERVER,
        OF_THE_NODE
    }

    private enum State {
        SOUND,
        SLOW,
        /** What is sent either way disappears, and nobody is told. */
        SILENT,
        /** Requests arrive, and what is answered disappears. */
        ANSWERS_LOST,
        /** Requests disappear; what the server says by itself arrives. */
        REQUESTS_LOST,
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
        switch (state) {
            case SILENT, ANSWERS_LOST, REQUESTS_LOST -> disconnect();
            case SOUND, SLOW, CUT -> {}
        }
        state = State.SOUND;
    }

    void slow() {
        state = State.SLOW;
    }

    void silence() {
        silence(Silence.BOTH_WAYS);
    }

    void silence(Silence which) {
        state = switch (which) {
            case BOTH_WAYS -> State.SILENT;
            case OF_THE_SERVER -> State.ANSWERS_LOST;
            case OF_THE_NODE -> State.REQUESTS_LOST;
        };
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
        Thread.ofPlatform().daemon().start(() -> carry(near, far, State.REQUESTS_LOST));
        Thread.ofPlatform().daemon().start(() -> carry(far, near, State.ANSWERS_LOST));
    }

    /** In one direction, which is dead while its own state lasts. */
    private void carry(Socket from, Socket to, State dead) {
        try (var input = from.getInputStream();
                var output = to.getOutputStream()) {
            carry(input, output, dead);
        } catch (IOException _) {
            // one of the two is gone, so the other goes as well
        } finally {
            close(from);
            close(to);
        }
    }

    private void carry(InputStream input, OutputStream output, State dead) throws IOException {
        var buffer = new byte[BUFFER];
        for (var length = input.read(buffer); length >= 0; length = input.read(buffer)) {
            var now = state;
            switch (now) {
                case SOUND -> output.write(buffer, 0, length);
                case ANSWERS_LOST, REQUESTS_LOST -> {
                    if (now != dead) {
                        output.write(buffer, 0, length);
                    }
                }
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
