package consular.cases.web.limits;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;

/** An answer that breaks off when its client takes it too slowly. */
final class PacedAnswer extends HttpServletResponseWrapper {
    /** What is written at once; how long that took is looked at behind it. */
    private static final int AT_ONCE = 8 << 10;

    private final Pace pace;
    private volatile boolean lifted;
    private @Nullable ServletOutputStream out;

    PacedAnswer(HttpServletResponse response, Pace pace) {
        super(response);
        this.pace = pace;
    }

    /** From here on the client may take its time: somebody else sees to it. */
    void lift() {
        lifted = true;
    }

    /**
     * Does nothing while the client is fast enough. What is left of the answer must not go out behind a gap, and this makes the container
     * close the connection.
     *
     * @throws ClientAbortException when the answer was broken off
     */
    void requireTaken() throws ClientAbortException {
        if (!lifted && pace.isTooSlow()) {
            throw new ClientAbortException("the answer is taken too slowly");
        }
    }

    /**
     * Sends what was answered, and has the container close the connection before the rest of the request has come: it would swallow that, at
     * whatever pace.
     *
     * @throws ClientAbortException always
     */
    void andHangUp() throws IOException {
        flushBuffer();
        throw new ClientAbortException("the request did not come in");
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (out == null) {
            out = new Paced(super.getOutputStream());
        }
        return out;
    }

    @Override
    public void flushBuffer() throws IOException {
        timed(super::flushBuffer, 0);
    }

    @Override
    public void reset() {
        super.reset();
        out = null;
    }

    private interface Writing {
        void run() throws IOException;
    }

    private void timed(Writing writing, int bytes) throws IOException {
        requireTaken();
        var begin = System.nanoTime();
        writing.run();
        pace.count(bytes, System.nanoTime() - begin);
        requireTaken();
    }

    private final class Paced extends ServletOutputStream {
        private final ServletOutputStream to;

        private Paced(ServletOutputStream to) {
            this.to = to;
        }

        @Override
        public void write(int one) throws IOException {
            timed(() -> to.write(one), 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            for (var from = 0; from < length; from += AT_ONCE) {
                var begin = offset + from;
                var size = Math.min(AT_ONCE, length - from);
                timed(() -> to.write(bytes, begin, size), size);
            }
        }

        @Override
        public void flush() throws IOException {
            timed(to::flush, 0);
        }

        @Override
        public void close() throws IOException {
            timed(to::close, 0);
        }

        @Override
        public boolean isReady() {
            return to.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            to.setWriteListener(listener);
        }
    }
}
