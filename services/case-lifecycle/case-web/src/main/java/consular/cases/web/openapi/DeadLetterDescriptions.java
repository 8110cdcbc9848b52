package consular.cases.web.openapi;

import static consular.cases.web.problem.ProblemCode.DEAD_LETTER_BUSY;
import static consular.cases.web.problem.ProblemCode.FORBIDDEN_ROLE;
import static consular.cases.web.problem.ProblemCode.IDEMPOTENCY_KEY_REUSED;
import static consular.cases.web.problem.ProblemCode.NOT_FOUND;
import static consular.cases.web.problem.ProblemCode.PAYLOAD_TOO_LARGE;
import static consular.cases.web.problem.ProblemCode.UNSUPPORTED_MEDIA_TYPE;

import consular.cases.projections.deadletters.DeadLetterOperations;
import consular.cases.web.api.EvictionBody;
import consular.cases.web.problem.ProblemCode;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.PathParameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What an administrator may do with dead letters. */
final class DeadLetterDescriptions {
    private static final String ROOT = "/api/v1/admin/dead-letters";
    private static final String ONE = ROOT + "/{processor}/{sequence}";

    private static final String ABOUT_LISTING = """
        For ADMIN. An event that an event processor could not take in is set aside, and so are the later events of its case: \
        the case's rows stay as they were, and every other case goes on. One item for each case that waits; `cause` says \
        where in the code it failed and nothing of what the event says. `processor` is `read-models` or `lookouts`; \
        `sequence` is the id of the case, or the stream of the quasi-refusal.\
        """;

    private static final String ABOUT_RETRYING = """
        For ADMIN. Takes in the letters of one case in their order, up to the first that fails again: mend the cause before. \
        `done` says whether all were taken in; then the case goes on by itself. Takes no body; one that is sent counts only \
        as a part of the request of the key.\
        """;

    private static final String ABOUT_EVICTING = """
        For ADMIN. Gives up all letters of one case, and records who did so, when and why, for good: the reason names nobody. \
        The events stay in the log. A read model shows the case as it was before them until its next event or a rebuild, \
        which fold the whole case again; an event that still can't be taken in becomes a letter anew.\
        """;

    private final AnswerSchemas answers;
    private final Paths paths;

    DeadLetterDescriptions(AnswerSchemas answers, Paths paths) {
        this.answers = answers;
        this.paths = paths;
    }

    void add() {
        var list = operation(
                "readDeadLetters",
                "The cases whose events could not be taken in",
                ABOUT_LISTING,
                answers.page(DeadLetterOperations.Held.class),
                ROOT,
                new ApiResponse());
        list.addParametersItem(query("processor", "only those of this event processor"))
                .addParametersItem(query("caseId", "only this case"))
                .addParametersItem(shared("limit"))
                .addParametersItem(shared("after"));
        paths.addPathItem(ROOT, new PathItem().get(list));
        paths.addPathItem(
                ONE + "/retry",
                new PathItem()
                        .post(change(
                                "retryDeadLetters",
                                "Take in the letters of one case again",
                                ABOUT_RETRYING,
                                answers.of(DeadLetterOperations.Retried.class),
                                ONE + "/retry")));
        var evict = change(
                        "evictDeadLetters",
                        "Give up the letters of one case",
                        ABOUT_EVICTING,
                        answers.of(DeadLetterOperations.Evicted.class),
                        ONE + "/evict",
                        UNSUPPORTED_MEDIA_TYPE)
                .requestBody(new RequestBody()
                        .required(true)
                        .content(new Content()
                                .addMediaType(
                                        "application/json",
                                        new MediaType()
                                                .schema(BodySchemas.of(EvictionBody.SHAPE))
                                                .addExamples(
                                                        "example",
                                                        new Example()
                                                                .value(Map.of(
                                                                        "reason",
                                                                        "release 7 shows such"
                                                                                + " cases; rebuilt"
                                                                                + " tonight"))))));
        paths.addPathItem(ONE + "/evict", new PathItem().post(evict));
    }

    private static Operation change(
            String id, String summary, String description, Schema<?> answer, String path, ProblemCode... further) {
        var problems = new ArrayList<>(List.of(NOT_FOUND, DEAD_LETTER_BUSY, PAYLOAD_TOO_LARGE, IDEMPOTENCY_KEY_REUSED));
        problems.addAll(Arrays.asList(further));
        var response = new ApiResponse()
                .addHeaderObject(
                        "Idempotency-Replayed", new Header().$ref("#/components/headers/Idempotency-Replayed"));
        var operation =
                operation(id, summary, description, answer, path, response, problems.toArray(ProblemCode[]::new));
        return operation
                .addParametersItem(path("processor", "`read-models` or `lookouts`"))
                .addParametersItem(path("sequence", "as the list has it: the id of the case"))
                .addParametersItem(shared("Idempotency-Key"));
    }

    private static Operation operation(
            String id,
            String summary,
            String description,
            Schema<?> answer,
            String path,
            ApiResponse response,
            ProblemCode... problems) {
        var responses = new ApiResponses()
                .addApiResponse(
                        "200",
                        response.description(summary)
                                .content(new Content()
                                        .addMediaType("application/json", new MediaType().schema(answer))));
        var all = new ArrayList<>(List.of(FORBIDDEN_ROLE));
        all.addAll(Arrays.asList(problems));
        ProblemResponses.add(responses, path, all, List.of());
        return new Operation()
                .operationId(id)
                .addTagsItem("Operations")
                .summary(summary)
                .description(description)
                .responses(responses);
    }

    private static Parameter shared(String name) {
        return new Parameter().$ref("#/components/parameters/" + name);
    }

    private static Parameter query(String name, String description) {
        return new QueryParameter().name(name).schema(Schemas.text()).description(description);
    }

    private static Parameter path(String name, String description) {
        return new PathParameter().name(name).schema(Schemas.text()).description(description);
    }
}
