package consular.cases.web.openapi;

import static consular.cases.web.problem.ProblemCode.*;

import consular.cases.domain.CommandName;
import consular.cases.web.api.AnswerTypes;
import consular.cases.web.api.BatchBodies;
import consular.cases.web.json.WebJson;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Many commands in one request. */
final class BatchOperation {
    private static final String PATH = "/api/v1/commands:batch";
    private static final String ITEM = "CommandBatchItem";
    private static final String OUTCOME = "CommandBatchOutcome";

    private static final String DESCRIPTION = """
        Each item is let in, decided and answered as the command would be alone, and `outcomes` has the answer to each, in the
        order of the items: its status, those of its headers that say something, and its body. Some may succeed and others
        fail, so look at each `status`. The answer as a whole is 200 once the batch could be read; what is no JSON, has a
        member twice, or has too many items (500, unless configured otherwise) is a problem of the whole, and then nothing is done.

        **An item** has the name of the `command` and, as `body`, what is sent to the command's own path, with `effectiveAt`
        and `lateEntryReason` in it. `caseId` or `caseNumber` names the case; by its number a case can be named that an earlier
        item registers. `RegisterCase` has neither. `expectedVersion` is what `If-Match` is to a command alone.
        `idempotencyKey` is mandatory: after a lost connection send the whole batch again, and what was done is answered again
        (`Idempotency-Replayed`) and not done twice. A key is good for both ways: alone or in a batch, with the same body. An
        `Idempotency-Key` of the request adds nothing and isn't looked at; an `If-Match` of the request is 400.

        **Order.** Items on one case are done one after the other, in their order; those on different cases beside each other.
        After an item that may succeed when it is sent again (409, 500, 503) nothing more is done on its case: the later
        items on it are 424 NOT_ATTEMPTED, so that nothing overtakes what it was sent behind; send them again with their keys.
        After any other failure the case goes on, and the law decides whether what follows can stand without it. With
        `stopCaseOnFailure` any failure stops its case. Other cases always go on.

        **Faults.** `instance` of an outcome's problem is the path that the command has alone, and `errors` point into `body`; if the
        fault is in what surrounds the body, `instance` names the item and `errors` point into that.

        A batch can't be tried out with `dryRun`; ask what-if instead.
        """;

    private static final String EXAMPLE = """
        {"items": [
          {"command": "RegisterCase", "idempotencyKey": "file-7/1",
           "body": {"caseNumber": "MNL2024012399", "post": "MNL", "category": "IMMIGRANT", "visaClass": "IR1",
                    "petition": {"type": "I-130", "receiptNumber": "WAC2190012399"},
                    "applicants": [{"applicantId": "a1", "role": "PRINCIPAL", "familyName": "Santos", "givenName": "Maria",
                                    "dateOfBirth": "1990-05-01", "nationality": "PH"}]}},
          {"command": "ApplyForVisa", "caseNumber": "MNL2024012399", "idempotencyKey": "file-7/2", "expectedVersion": 1,
           "body": {"applicantId": "a1", "form": "DS-260", "fee": {"paid": true, "receipt": "R-1", "place": "NVC"}}},
          {"command": "PresentEvidence", "caseId": "5e7d0c1e-6a3f-4a57-9a55-0d9a1f1f6f10", "idempotencyKey": "file-7/3",
           "body": {"applicantId": "a1", "findingIds": ["F1"],
                    "documents": [{"type": "birth certificate", "original": true, "description": "PSA copy"}]}}],
         "stopCaseOnFailure": false}
        """;

    private final AnswerSchemas answers;
    private final Components components;

    BatchOperation(AnswerSchemas answers, Components components) {
        this.answers = answers;
        this.components = components;
    }

    void addTo(Paths paths) {
        components.addSchemas(ITEM, item());
        components.addSchemas(OUTCOME, outcome());
        var example = new Example()
                .summary("Register a case and carry it on, and carry on another")
                .value(WebJson.MAPPER.readValue(EXAMPLE, Map.class));
        var operation = new Operation()
                .operationId("giveCommands")
                .addTagsItem("Commands")
                .summary("Give many commands at once, each with an outcome of its own")
                .description(DESCRIPTION)
                .requestBody(new RequestBody()
                        .required(true)
                        .content(new Content()
                                .addMediaType(
                                        "application/json",
                                        new MediaType().schema(body()).addExamples("example", example))))
                .responses(responses());
        paths.addPathItem(PATH, new PathItem().post(operation));
    }

    private static Schema<Object> item() {
        var item = BodySchemas.of(BatchBodies.ENVELOPE);
        item.addProperty(
                "command",
                Schemas.choice(Arrays.stream(CommandName.values())
                        .map(CommandName::name)
                        .toList()));
        item.addProperty("caseId", Schemas.nullable(Schemas.uuid()));
        item.addProperty("idempotencyKey", SharedParts.key());
        var own = Schemas.object();
        own.setDescription("what is sent to the command's own path");
        item.addProperty(BatchBodies.BODY, own);
        item.addRequiredItem(BatchBodies.BODY);
        return item;
    }

    private static Schema<Object> body() {
        var body = BodySchemas.of(BatchBodies.MANNER);
        body.addProperty(BatchBodies.ITEMS, Schemas.array(Schemas.ref(ITEM)));
        body.addRequiredItem(BatchBodies.ITEMS);
        return body;
    }

    private Schema<Object> outcome() {
        var headers = Schemas.object();
        List.of("ETag", "Case-Version", "Idempotency-Replayed", "Location", "Retry-After")
                .forEach(header -> headers.addProperty(header, Schemas.text()));
        headers.setDescription("as of the command alone, as text");
        var body = Schemas.anyOf(Stream.of(answers.of(AnswerTypes.COMMAND_ANSWER), Schemas.ref("Problem")));
        body.setDescription("the answer when the status is below 400, else the problem");
        var outcome = Schemas.object();
        outcome.addProperty("status", Schemas.of("integer", "int32"));
        outcome.addProperty("headers", headers);
        outcome.addProperty("body", body);
        outcome.setRequired(List.of("status", "headers", "body"));
        return outcome;
    }

    private static ApiResponses responses() {
        var outcomes = Schemas.object();
        outcomes.addProperty("outcomes", Schemas.array(Schemas.ref(OUTCOME)));
        outcomes.setRequired(List.of("outcomes"));
        var responses = new ApiResponses()
                .addApiResponse(
                        "200",
                        new ApiResponse()
                                .description("What came of each item, in their order")
                                .content(new Content()
                                        .addMediaType("application/json", new MediaType().schema(outcomes))));
        ProblemResponses.add(responses, PATH, List.of(PAYLOAD_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE), List.of());
        return responses;
    }
}
