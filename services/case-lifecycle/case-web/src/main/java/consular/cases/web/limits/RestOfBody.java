package consular.cases.web.limits;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Takes in what is left of a request that was answered before it was there, such as one whose body is too long: who still sends hears
 * nothing if the connection is closed meanwhile. Tomcat would do so too, but at whatever pace. Whoever sends too much of it, or too
 * slowly, is hung up on; the answer has gone out before.
 */
@Component
@EnableConfigurationProperties(AdmissionSettings.class)
public final class RestOfBody extends ValveBase {
    private static final int MOST = 16 << 20;

    private final AdmissionSettings settings;

    RestOfBody(AdmissionSettings settings) {
        super(true);
        this.settings = settings;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        if (!request.isAsync() && !request.isFinished() && !isHeldBack(request) && isOpen(response)) {
            response.finishResponse();
            if (!isTakenIn(request)) {
                response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
            }
        }
    }

    /** Who asked whether to go on, and was not told to, need not send anything; Tomcat closes the connection. */
    private static boolean isHeldBack(Request request) {
        var asked = request.getCoyoteRequest();
        return asked.hasExpectation() && asked.getBytesRead() == 0;
    }

    private static boolean isOpen(Response response) {
        var open = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, open);
        return open.get();
    }

    /** Below the stream of the request, which is closed with the answer. */
    private boolean isTakenIn(Request request) {
        var pace = settings.pace();
        var part = new Part();
        var taken = 0L;
        try {
            while (taken <= MOST && !pace.isTooSlow()) {
                var begin = System.nanoTime();
                var length = request.getCoyoteRequest().doRead(part);
                if (length < 0) {
                    return true;
                }
                taken += length;
                pace.count(length, System.nanoTime() - begin);
            }
        } catch (IOException _) {
            // nothing more comes
        }
        return false;
    }

    /** What came last, which nobody looks at but Tomcat. */
    private static final class Part implements ApplicationBufferHandler {
        private ByteBuffer bytes = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            bytes = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return bytes;
        }

        @Override
        public void expand(int size) {
            // there is never more of it than what came
        }
    }
}
