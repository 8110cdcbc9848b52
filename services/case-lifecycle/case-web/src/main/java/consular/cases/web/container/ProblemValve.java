package consular.cases.web.container;

import consular.cases.web.json.ProblemWriter;
import consular.cases.web.problem.ProblemCode;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** Problem documents in place of Tomcat's pages; Tomcat makes it by its name, so it is public. */
public final class ProblemValve extends ErrorReportValve {
    private static final int FIRST_ERROR = 400;

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < FIRST_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var code = ProblemCode.of(response.getStatus());
        try {
            // a request that Tomcat could not read may have no path
            var path = request.getRequestURI();
            ProblemWriter.write(path == null ? "/" : path, response, code, code.title());
            response.finishResponse();
        } catch (IOException gone) {
            // whoever asked has hung up
        }
    }
}
