package consular.cases.web.limits;

import consular.cases.web.json.JsonBody;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * A request whose body has come in, as far as anybody reads it, before anything is done for it. What went wrong on the way is told to
 * whoever reads it, so it is answered in the same order as everything else that may be wrong with a request.
 */
final class WholeBody extends HttpServletRequestWrapper {
    private static final int AT_ONCE = 8 << 10;

    /** Files are of any length, read while they come in, and have places of their own. */
    private static final RequestMatcher IMPORTS =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/api/v1/imports");

    private final byte[] body;
    private final @Nullable IOException broken;

    private WholeBody(HttpServletRequest request, byte[] body, @Nullable IOException broken) {
        super(request);
        this.body = body;
        this.broken = broken;
    }

    /** Whether a request may have a body that is read as a whole; one that says that it is too long is not read at all. */
    static boolean isDue(HttpServletRequest request) {
        var length = request.getContentLengthLong();
        return length != 0
                && length <= JsonBody.LIMIT
                && !HttpMethod.GET.matches(request.getMethod())
                && !HttpMethod.HEAD.matches(request.getMethod())
                && !IMPORTS.matches(request);
    }

    /** Reads no more than shows that a body is too long, and gives up on a client that is too slow. */
    static WholeBody read(HttpServletRequest request, Pace pace) {
        var body = new ByteArrayOutputStream();
        try {
            read(request.getInputStream(), body, pace);
            return new WholeBody(request, body.toByteArray(), null);
        } catch (IOException broken) {
            return new WholeBody(request, new byte[0], broken);
        }
    }

    private static void read(InputStream in, ByteArrayOutputStream body, Pace pace) throws IOException {
        var part = new byte[AT_ONCE];
        while (body.size() <= JsonBody.LIMIT) {
            var begin = System.nanoTime();
            var length = in.read(part);
            if (length < 0) {
                return;
            }
            body.write(part, 0, length);
            pace.count(length, System.nanoTime() - begin);
            if (pace.isTooSlow()) {
                throw new IOException("the body comes in too slowly");
            }
        }
    }

    /** Whether something of it may still come that nobody waits for. */
    boolean isBroken() {
        return broken != null;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (broken != null) {
            throw new IOException(broken);
        }
        return new InMemory(new ByteArrayInputStream(body));
    }

    private static final class InMemory extends ServletInputStream {
        private final ByteArrayInputStream in;

        private InMemory(ByteArrayInputStream in) {
            this.in = in;
        }

        @Override
        public int read() {
            return in.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return in.read(into, offset, length);
        }

        @Override
        public boolean isFinished() {
            return in.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("bodies are read in the thread of the request");
        }
    }
}
