package consular.cases.web.openapi;

import consular.cases.web.api.AnswerTypes;
import consular.cases.web.problem.ProblemCode;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.PathParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;

/** The whole log, in pages or as a stream. */
final class LogOperation {
    private static final String PATH = "/api/v1/events";

    private static final String SCHEMA_PATH = "/api/v1/schemas/{type}/{revision}";

    private static final String SUMMARY =
            "The whole log in order, as CloudEvents 1.0; in pages, or as a stream that goes on as the log grows";

    private static final String STREAM = """
        retry: 2000

        id: 4711
        data: {"specversion": "1.0", "id": "…", "type": "VisaRefused", "position": 4711, "data": {}}

        :

        """;

    private LogOperation() {}

    static void addTo(Paths paths, AnswerSchemas answers) {
        var stream = Schemas.text();
        stream.setDescription("server-sent events; the data of each message is one CloudEvent in JSON");
        var content = new Content()
                .addMediaType("application/json", new MediaType().schema(answers.page(AnswerTypes.CLOUD_EVENT)))
                .addMediaType(
                        "text/event-stream", new MediaType().schema(stream).example(STREAM));
        var operation = new Operation()
                .operationId("readLog")
                .addTagsItem("Log")
                .summary(SUMMARY)
                .responses(new ApiResponses()
                        .addApiResponse(
                                "200", new ApiResponse().description(SUMMARY).content(content)));
        for (var name : List.of("post", "limit", "after", "atLeast")) {
            operation.addParametersItem(new Parameter().$ref("#/components/parameters/" + name));
        }
        operation.addParametersItem(new HeaderParameter()
                .name("Last-Event-ID")
                .schema(Schemas.text())
                .description(
                        "the id of the last message that a stream gave; it goes on behind it, whatever `after` says"));
        ProblemResponses.add(
                operation.getResponses(),
                PATH,
                List.of(
                        ProblemCode.FORBIDDEN_ROLE,
                        ProblemCode.FORBIDDEN_POST,
                        ProblemCode.NOT_YET_VISIBLE,
                        ProblemCode.TOO_MANY_FOLLOWERS),
                List.of());
        paths.addPathItem(PATH, new PathItem().get(operation));
        addSchemaTo(paths);
    }

    private static void addSchemaTo(Paths paths) {
        var summary = "The JSON Schema of the data of an event, as its `dataschema` names it";
        var content = new Content().addMediaType("application/schema+json", new MediaType().schema(Schemas.object()));
        var operation = new Operation()
                .operationId("readSchema")
                .addTagsItem("Log")
                .summary(summary)
                .addParametersItem(new PathParameter()
                        .name("type")
                        .schema(Schemas.text())
                        .description("the type of the event, such as VisaRefused"))
                .addParametersItem(new PathParameter()
                        .name("revision")
                        .schema(Schemas.text())
                        .description("the revision of that type, such as 1"))
                .responses(new ApiResponses()
                        .addApiResponse(
                                "200", new ApiResponse().description(summary).content(content)));
        ProblemResponses.add(operation.getResponses(), SCHEMA_PATH, List.of(ProblemCode.NOT_FOUND), List.of());
        paths.addPathItem(SCHEMA_PATH, new PathItem().get(operation));
    }
}
