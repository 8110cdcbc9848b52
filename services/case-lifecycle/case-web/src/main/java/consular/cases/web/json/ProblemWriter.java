package consular.cases.web.json;

import consular.cases.web.problem.Problem;
import consular.cases.web.problem.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.MediaType;

/** Writes problem documents from where Spring MVC does not reach: the filters. */
public final class ProblemWriter {
    private ProblemWriter() {}

    public static void write(HttpServletRequest request, HttpServletResponse response, ProblemCode code, String detail)
            throws IOException {
        write(request.getRequestURI(), response, code, detail);
    }

    /** Writes it for a path. */
    public static void write(String instance, HttpServletResponse response, ProblemCode code, String detail)
            throws IOException {
        response.setStatus(code.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream()
                .write(WebJson.MAPPER.writeValueAsBytes(Problem.of(code, detail, instance, List.of())));
    }
}
