package consular.cases.web.openapi;

import static consular.cases.web.problem.ProblemCode.*;

import consular.cases.domain.CommandName;
import consular.cases.web.api.AnswerTypes;
import consular.cases.web.api.WhatIfBodies;
import consular.cases.web.json.WebJson;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The question what would follow from commands. */
final class WhatIfOperation {
    private static final String PATH = "/api/v1/cases/{caseId}/what-if";
    private static final String DESCRIPTION = """
        A question, asked with POST because of its body. Nothing that it supposes is stored and the version of the case does
        not move. Under an `Idempotency-Key` the moment is kept at which it was first asked, and it is answered again for
        that moment and the case as it was then; without one it is answered anew each time.

        The commands are decided one after the other, each on the case as the former would leave it. `effectiveAt` may
        lie in the future: the clock is then taken to be that instant, and the deadlines due until then are acted on
        first, each on its day. Without it the act takes effect at the clock as it then is. An act of an earlier day
        than the clock is a late entry, as ever. `until` lets time pass after the last command; without commands it shows
        what time alone would bring about.

        The first command that would be rejected ends it: the last of `outcomes` then has `accepted` false with `code`,
        `rule` and `citation`, and `events`, `state` and `deadlines` tell what would have followed until then. That is an
        answer, so it is 200. A command that makes no sense for the case as it would then be is 400 with its pointer.
        The caller must be able to give each of the commands; else 403.

        In `events`, `command` is the place of the command that the event follows from, null when time brings it about.
        The ids that the service makes are told beforehand (`R1`, `F1`, `AO1`, in order of entry), so that a later command
        can be about what a former one would make. What the policy of a post would select for review is left out of `events`
        and `state`, and so is its line from the versions: it is told when the decision is taken.
        """;

    private static final String QUESTION = """
        {"commands": [
          {"command": "PresentEvidence", "effectiveAt": "2024-04-02T10:00:00+08:00", "lateEntryReason": null,
           "body": {"applicantId": "a1", "findingIds": ["F1"],
                    "documents": [{"type": "birth certificate", "original": true, "description": "PSA copy"}]}},
          {"command": "OvercomeRefusal", "effectiveAt": "2024-04-03T10:00:00+08:00", "lateEntryReason": null,
           "body": {"findingIds": ["F1"], "basis": "EVIDENCE"}}],
         "until": "2024-05-01T00:00:00+08:00"}
        """;

    private WhatIfOperation() {}

    static void addTo(Paths paths, AnswerSchemas answers) {
        var operation = new Operation()
                .operationId("askWhatIf")
                .addTagsItem("Cases")
                .summary("What would follow from commands, or from time alone; nothing is stored")
                .description(DESCRIPTION)
                .requestBody(new RequestBody().required(true).content(question()))
                .responses(responses(answers));
        for (var parameter : List.of("caseId", "Idempotency-Key", "If-Match")) {
            operation.addParametersItem(new Parameter().$ref("#/components/parameters/" + parameter));
        }
        paths.addPathItem(PATH, new PathItem().post(operation));
    }

    private static Content question() {
        var example = new Example()
                .summary("Would the document overcome the refusal, and what would be due then?")
                .value(WebJson.MAPPER.readValue(QUESTION, Map.class));
        return new Content()
                .addMediaType("application/json", new MediaType().schema(body()).addExamples("example", example));
    }

    private static Schema<Object> body() {
        var command = BodySchemas.of(WhatIfBodies.ENVELOPE);
        command.addProperty(
                "command",
                Schemas.choice(Arrays.stream(CommandName.values())
                        .filter(name -> name != CommandName.RegisterCase)
                        .map(CommandName::name)
                        .toList()));
        var own = Schemas.object();
        own.setDescription("the command's own members, as under its own path");
        command.addProperty(WhatIfBodies.BODY, own);
        command.addRequiredItem(WhatIfBodies.BODY);
        var commands = Schemas.array(command);
        commands.setMaxItems(WhatIfBodies.MOST_COMMANDS);
        var body = BodySchemas.of(WhatIfBodies.END);
        body.addProperty(WhatIfBodies.COMMANDS, Schemas.nullable(commands));
        return body;
    }

    private static ApiResponses responses(AnswerSchemas answers) {
        var responses = new ApiResponses()
                .addApiResponse(
                        "200",
                        new ApiResponse()
                                .description("What would follow; the ETag is that of the case that was asked about")
                                .content(new Content()
                                        .addMediaType(
                                                "application/json",
                                                new MediaType().schema(answers.of(AnswerTypes.WHAT_IF))))
                                .addHeaderObject("ETag", new Header().$ref("#/components/headers/ETag"))
                                .addHeaderObject(
                                        "Idempotency-Replayed",
                                        new Header().$ref("#/components/headers/Idempotency-Replayed")));
        ProblemResponses.add(
                responses,
                PATH,
                List.of(
                        FORBIDDEN_ROLE,
                        FORBIDDEN_POST,
                        NOT_FOUND,
                        VERSION_MISMATCH,
                        PAYLOAD_TOO_LARGE,
                        UNSUPPORTED_MEDIA_TYPE,
                        IDEMPOTENCY_KEY_REUSED),
                List.of());
        return responses;
    }
}
