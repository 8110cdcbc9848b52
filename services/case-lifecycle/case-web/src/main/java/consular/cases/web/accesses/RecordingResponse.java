package consular.cases.web.accesses;

import consular.cases.application.accesses.AccessNotRecorded;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;

/** Lets nothing of an answer out before its access is recorded; by then the status is decided. */
final class RecordingResponse extends HttpServletResponseWrapper {
    private final Runnable record;
    private boolean begun;
    private boolean failed;

    RecordingResponse(HttpServletResponse response, Runnable record) {
        super(response);
        this.record = record;
    }

    /** Records, unless that was tried before. */
    void begin() {
        if (begun) {
            return;
        }
        begun = true;
        try {
            record.run();
        } catch (AccessNotRecorded failure) {
            failed = true;
            // what was decided for the answer, such as its length, is not for that of the failure
            reset();
            throw failure;
        }
    }

    boolean hasFailed() {
        return failed;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        begin();
        return super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        begin();
        return super.getWriter();
    }

    @Override
    public void flushBuffer() throws IOException {
        begin();
        super.flushBuffer();
    }
}
