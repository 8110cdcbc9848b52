package consular.cases.service.packaged;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A port on loopback that leads to another, until it is cut or pinched. */
final class CuttableWire implements AutoCloseable {
    private enum State {
        WHOLE,
        PINCHED,
        CUT
    }

    private final ServerSocket entrance;
    private final int exit;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private State state = State.WHOLE;

    CuttableWire(int exit) throws IOException {
        this.exit = exit;
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** Breaks every connection, and lets none begin. */
    void cut() {
        set(State.CUT);
        sockets.forEach(CuttableWire::close);
    }

    /** Holds on to every byte that comes, and to every connection. */
    void pinch() {
        set(State.PINCHED);
    }

    void mend() {
        set(State.WHOLE);
    }

    private void set(State next) {
        lock.lock();
        try {
            state = next;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean isOpen() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (state == State.PINCHED) {
                changed.await();
            }
            return state == State.WHOLE;
        } finally {
            lock.unlock();
        }
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                var near = entrance.accept();
                Thread.ofVirtual().start(() -> join(near));
            } catch (IOException _) {
                // closed, or whoever knocked has gone
            }
        }
    }

    private void join(Socket near) {
        sockets.add(near);
        try (near) {
            if (!isOpen()) {
                return;
            }
            try (var far = new Socket(InetAddress.getLoopbackAddress(), exit)) {
                sockets.add(far);
                var back = Thread.ofVirtual().start(() -> copy(far, near));
                copy(near, far);
                close(far);
                back.join();
                sockets.remove(far);
            }
        } catch (IOException _) {
            // the other side sees it end
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            sockets.remove(near);
        }
    }

    private void copy(Socket from, Socket to) {
        var buffer = new byte[16_384];
        try {
            InputStream in = from.getInputStream();
            for (var read = in.read(buffer); read >= 0 && isOpen(); read = in.read(buffer)) {
                to.getOutputStream().write(buffer, 0, read);
            }
        } catch (IOException _) {
            // it is cut
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
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

    @Override
    public void close() throws IOException {
        entrance.close();
        cut();
    }
}
