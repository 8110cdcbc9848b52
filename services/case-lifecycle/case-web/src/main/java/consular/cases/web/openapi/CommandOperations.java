package consular.cases.web.openapi;

import static consular.cases.domain.law.RejectionCode.ERASED;
import static consular.cases.domain.law.RejectionCode.FUTURE_EFFECTIVE_TIME;
import static consular.cases.domain.law.RejectionCode.LATE_ENTRY_REASON_REQUIRED;
import static consular.cases.domain.law.RejectionCode.OUT_OF_ORDER;

import consular.cases.domain.CommandName;
import consular.cases.domain.law.RejectionCode;
import consular.cases.domain.people.Role;
import consular.cases.web.api.AnswerTypes;
import consular.cases.web.api.CommandBodies;
import consular.cases.web.json.Shape;
import consular.cases.web.json.WebJson;
import consular.cases.web.problem.ProblemCode;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Every command as an operation of its own, though one controller takes them all. */
final class CommandOperations {
    private static final List<RejectionCode> ABOUT_TIME =
            List.of(FUTURE_EFFECTIVE_TIME, OUT_OF_ORDER, LATE_ENTRY_REASON_REQUIRED);
    private static final List<ProblemCode> PROBLEMS = List.of(
            ProblemCode.FORBIDDEN_ROLE,
            ProblemCode.FORBIDDEN_POST,
            ProblemCode.CONCURRENT_MODIFICATION,
            ProblemCode.VERSION_MISMATCH,
            ProblemCode.PAYLOAD_TOO_LARGE,
            ProblemCode.UNSUPPORTED_MEDIA_TYPE,
            ProblemCode.CASE_FULL,
            ProblemCode.IDEMPOTENCY_KEY_REUSED);

    private final AnswerSchemas answers;
    private final Components components;
    private final Map<CommandName, CommandPage> pages = CommandPage.all();

    CommandOperations(AnswerSchemas answers, Components components) {
        this.answers = answers;
        this.components = components;
    }

    void addTo(Paths paths) {
        pages.forEach((name, page) -> {
            var path = name == CommandName.RegisterCase ? "/api/v1/cases" : "/api/v1/cases/{caseId}/commands/" + name;
            paths.addPathItem(path, new PathItem().post(operation(name, page, path)));
        });
    }

    private Operation operation(CommandName name, CommandPage page, String path) {
        components.addSchemas(name.name(), body(name));
        var operation = new Operation()
                .operationId(name.name())
                .addTagsItem("Commands")
                .summary(page.summary())
                .description(description(name))
                .requestBody(new RequestBody().required(true).content(json(Schemas.ref(name.name()), page)))
                .responses(responses(name, page, path));
        var parameters = new ArrayList<>(List.of("dryRun", "Idempotency-Key", "If-Match"));
        if (name != CommandName.RegisterCase) {
            parameters.addFirst("caseId");
        }
        parameters.forEach(
                parameter -> operation.addParametersItem(new Parameter().$ref("#/components/parameters/" + parameter)));
        return operation;
    }

    private static String description(CommandName name) {
        return "For " + roles(name) + "."
                + (name.turnsAwayByRule() ? " Other roles are turned away by a rule, with 422 and its code." : "");
    }

    private static String roles(CommandName name) {
        return Arrays.stream(Role.values()).filter(name::isFor).map(Role::name).collect(Collectors.joining(", "));
    }

    /** The command's own members and the two that every command takes. */
    private static Schema<Object> body(CommandName name) {
        var schema = BodySchemas.of(CommandBodies.shape(name));
        var effectiveAt = Schemas.nullable(BodySchemas.moment());
        effectiveAt.setDescription("when the act took effect; now, unless given");
        schema.addProperty("effectiveAt", effectiveAt);
        var reason = Schemas.nullable(BodySchemas.of(Shape.ANY_TEXT));
        reason.setDescription("mandatory when the act took effect on an earlier post-local day");
        schema.addProperty("lateEntryReason", reason);
        return schema;
    }

    private static Content json(Schema<?> schema, CommandPage page) {
        var example =
                new Example().summary(page.summary()).value(WebJson.MAPPER.convertValue(page.example(), Map.class));
        return new Content()
                .addMediaType("application/json", new MediaType().schema(schema).addExamples("example", example));
    }

    private ApiResponses responses(CommandName name, CommandPage page, String path) {
        var answer = new ApiResponse()
                .content(new Content()
                        .addMediaType(
                                "application/json", new MediaType().schema(answers.of(AnswerTypes.COMMAND_ANSWER))));
        for (var header : List.of("ETag", "Case-Version", "Idempotency-Replayed")) {
            answer.addHeaderObject(header, new Header().$ref("#/components/headers/" + header));
        }
        var responses = new ApiResponses();
        var problems = new ArrayList<>(PROBLEMS);
        if (name == CommandName.RegisterCase) {
            answer.description("The case is registered");
            answer.addHeaderObject("Location", new Header().$ref("#/components/headers/Location"));
            responses.addApiResponse("201", answer);
            responses.addApiResponse(
                    "200",
                    new ApiResponse()
                            .description("A dry run: the events that would follow; without the headers of a version")
                            .content(answer.getContent()));
        } else {
            answer.description(
                    "The events that followed, after those that time had brought about by then and nobody had"
                            + " recorded; of a dry run, without the headers of a version");
            responses.addApiResponse("200", answer);
            problems.add(ProblemCode.NOT_FOUND);
        }
        var rejections = new ArrayList<>(ABOUT_TIME);
        rejections.addAll(page.rejections());
        if (name != CommandName.RegisterCase && !rejections.contains(ERASED)) {
            rejections.add(ERASED);
        }
        ProblemResponses.add(responses, path, problems, rejections);
        return responses;
    }
}
