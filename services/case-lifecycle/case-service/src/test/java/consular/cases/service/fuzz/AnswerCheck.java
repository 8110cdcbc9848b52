package consular.cases.service.fuzz;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Holds an answer against what the document promises of its operation. */
final class AnswerCheck {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PROBLEM = "application/problem+json";

    /** What asks the client to wait, and not because too much is asked. */
    private static final Set<String> WAITS =
            Set.of("NOT_YET_VISIBLE", "CASE_HELD_BACK", "TOO_MANY_FOLLOWERS", "TOO_MANY_IMPORTS");

    private static final List<String> INNARDS =
            List.of("Exception:", "\tat ", "<html", "Tomcat", "org.springframework", "PSQL", "consular.cases");

    private final Shapes shapes;

    AnswerCheck(ApiDocument document) {
        this.shapes = new Shapes(document);
    }

    /** What is wrong with it; empty if nothing is. */
    Optional<String> fault(ApiRequest request, Caller.Answer answer) {
        var operation = request.operation();
        if (!request.method().equals(operation.method())) {
            return otherMethod(answer);
        }
        if (answer.status() >= 500 && !isWait(operation, answer)) {
            return Optional.of("status " + answer.status());
        }
        var described = operation.answers().get(answer.status());
        if (described == null) {
            return Optional.of("status " + answer.status() + " is not described");
        }
        if (answer.status() >= 400) {
            return problem(described, answer);
        }
        return result(operation, described, answer);
    }

    /** Whether it tells to come again for a reason that the document names. */
    static boolean isWait(ApiOperation operation, Caller.Answer answer) {
        var described = operation.answers().get(503);
        return answer.status() == 503
                && described != null
                && WAITS.stream()
                        .anyMatch(code -> described.problems().containsKey(code)
                                && answer.text().contains("\"" + code + "\""));
    }

    private Optional<String> problem(ApiOperation.Answer described, Caller.Answer answer) {
        var status = answer.status();
        if (!answer.form().equals(PROBLEM)) {
            return Optional.of("status " + status + " comes as '" + answer.form() + "' and not as a problem");
        }
        var text = answer.text();
        for (var innards : INNARDS) {
            if (text.contains(innards)) {
                return Optional.of("a problem tells of '" + innards + "'");
            }
        }
        try {
            var problem = JSON.readTree(text);
            var code = problem.path("code").asString("");
            if (!described.problems().containsKey(code)) {
                return Optional.of("status " + status + " with the code '" + code + "' is not described");
            }
            if (!described.problems().get(code).equals(problem.path("type").asString(""))) {
                return Optional.of("the code '" + code + "' comes with another type");
            }
            if (problem.path("status").asInt(0) != status) {
                return Optional.of("a problem tells of another status");
            }
            return shapes.fault(described.forms().get(PROBLEM), problem).map(fault -> "a problem: " + fault);
        } catch (JacksonException broken) {
            return Optional.of("a problem is no JSON");
        }
    }

    private Optional<String> result(ApiOperation operation, ApiOperation.Answer described, Caller.Answer answer) {
        if (described.forms().isEmpty()) {
            return answer.body().length == 0
                    ? Optional.empty()
                    : Optional.of("status " + answer.status() + " has a body that is not described");
        }
        var schema = described.forms().get(answer.form());
        if (schema == null) {
            return Optional.of(
                    "status " + answer.status() + " comes as '" + answer.form() + "', which is not described");
        }
        try {
            if (answer.form().equals("application/json")) {
                return shapes.fault(schema, JSON.readTree(answer.text()));
            }
            if (answer.form().equals("application/jsonl")) {
                return answer.text()
                        .lines()
                        .flatMap(line -> shapes.fault(schema, JSON.readTree(line)).stream())
                        .findFirst();
            }
            return Optional.empty();
        } catch (JacksonException broken) {
            return Optional.of("the answer of " + operation + " is no JSON");
        }
    }

    /** The path may have another operation by that method; if none, that is a problem, too. */
    private static Optional<String> otherMethod(Caller.Answer answer) {
        if (answer.status() >= 500) {
            return Optional.of("status " + answer.status());
        }
        return answer.status() < 400 || answer.form().equals(PROBLEM)
                ? Optional.empty()
                : Optional.of("status " + answer.status() + " comes as '" + answer.form() + "' and not as a problem");
    }
}
