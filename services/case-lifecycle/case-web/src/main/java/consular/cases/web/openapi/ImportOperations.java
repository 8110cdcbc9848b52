package consular.cases.web.openapi;

import static consular.cases.web.problem.ProblemCode.FORBIDDEN_POST;
import static consular.cases.web.problem.ProblemCode.IDEMPOTENCY_KEY_REUSED;
import static consular.cases.web.problem.ProblemCode.NOT_FOUND;
import static consular.cases.web.problem.ProblemCode.PAYLOAD_TOO_LARGE;
import static consular.cases.web.problem.ProblemCode.UNSUPPORTED_MEDIA_TYPE;

import consular.cases.web.api.AnswerTypes;
import consular.cases.web.problem.ProblemCode;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.PathParameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;

/** Taking in what happened before, and what became of it. */
final class ImportOperations {
    private static final String ROOT = "/api/v1/imports";

    private static final String DESCRIPTION = """
        For ADMIN who works for every post. Takes a file of commands that were given elsewhere, each at its time, and decides them \
        as if they were given here: the same rules, the same rejections. It is read as it comes, so it may be of any size up to \
        a million rows, and answered when its last row is done.

        **A row of JSON Lines** is an object of `command`, `caseNumber` (of a registration in its body), `officer` (who acted), \
        `role` (the first that may, if left out), `commissioned` (of supervisors, if left out), `key`, and `body`: the body of the command \
        with `effectiveAt`, which every row has. **A row of CSV** has these in columns, and the members of the body in columns \
        named by their paths: `applicantId`, `fee.paid`, `reasons.0.annotation`; a list of texts has semicolons between.

        Rows of a case stand in the order of their times and together. A row that is turned down stores nothing, and its case goes on. \
        `lateEntryReason` is `imported` where a row gives none.

        **Sent again**, a file goes on where it broke off: under the same `Idempotency-Key` rows that have their outcome are passed \
        over (one that reads otherwise now is IDEMPOTENCY_KEY_REUSED), and what is in the record is ALREADY there under any key. What \
        makes a row the same is all that it says, its `key` included. An instance takes in only so many files at once: one more is \
        TOO_MANY_IMPORTS, and is to be sent again after `Retry-After`.

        **`classEntries`** SENT, the default: CLASS knows of these refusals, and nothing is sent. QUEUED: they are sent as if they were made \
        today. With `dryRun` everything is decided and reported, and nothing stored but the report.\
        """;

    private static final String ROW = """
        {"command": "RegisterCase", "officer": "intake", "body": {"caseNumber": "MNL2019000123", "post": "MNL", \
        "category": "NONIMMIGRANT", "visaClass": "B2", "effectiveAt": "2019-03-04T09:00:00+08:00", "applicants": \
        [{"applicantId": "a1", "role": "PRINCIPAL", "familyName": "Santos", "givenName": "Maria", "dateOfBirth": "1990-05-01", \
        "nationality": "PH"}]}}
        {"command": "ApplyForVisa", "caseNumber": "MNL2019000123", "officer": "intake", "body": {"applicantId": "a1", "form": "DS-160", \
        "fee": {"paid": true, "receipt": "R-1", "place": "POST"}, "effectiveAt": "2019-03-04T10:00:00+08:00"}}
        """;

    private static final String CSV = """
        command,caseNumber,officer,effectiveAt,applicantId,form,fee.paid,fee.receipt,fee.place
        ApplyForVisa,MNL2019000123,intake,2019-03-04T10:00:00+08:00,a1,DS-160,true,R-1,POST
        """;

    private ImportOperations() {}

    static void addTo(Paths paths, AnswerSchemas answers) {
        paths.addPathItem(ROOT, new PathItem().post(take(answers)));
        paths.addPathItem(ROOT + "/{importId}", new PathItem().get(status(answers)));
        paths.addPathItem(ROOT + "/{importId}/report", new PathItem().get(report(answers)));
    }

    private static Operation take(AnswerSchemas answers) {
        var operation = operation("importCases", "Take in cases with their past", DESCRIPTION);
        operation.addParametersItem(new HeaderParameter()
                .name("Idempotency-Key")
                .required(true)
                .schema(SharedParts.key())
                .description("names the import, so that the file can be sent again"));
        operation.addParametersItem(
                new QueryParameter().name("dryRun").schema(Schemas.flag()).description("decide and report only"));
        operation.addParametersItem(new QueryParameter()
                .name("classEntries")
                .schema(Schemas.choice(List.of("SENT", "QUEUED")))
                .description("whether CLASS knows of the refusals already"));
        operation.requestBody(new RequestBody()
                .required(true)
                .content(new Content()
                        .addMediaType("application/jsonl", file("Two rows", ROW))
                        .addMediaType("application/x-ndjson", file("Two rows", ROW))
                        .addMediaType("text/csv", file("A heading and a row", CSV))));
        var answer = answer(answers.of(AnswerTypes.IMPORT), "Every row has its outcome");
        for (var header : List.of("Location", "Idempotency-Replayed")) {
            answer.addHeaderObject(header, new Header().$ref("#/components/headers/" + header));
        }
        return responses(
                operation,
                ROOT,
                answer,
                FORBIDDEN_POST,
                PAYLOAD_TOO_LARGE,
                UNSUPPORTED_MEDIA_TYPE,
                IDEMPOTENCY_KEY_REUSED,
                ProblemCode.CONCURRENT_MODIFICATION,
                ProblemCode.TOO_MANY_IMPORTS);
    }

    private static Operation status(AnswerSchemas answers) {
        var operation = operation("readImport", "How far an import is", """
            For ADMIN who works for every post. RUNNING: rows come in; INTERRUPTED: send the file again; DONE: each row has its outcome. An \
            import is RUNNING also when the instance that took it in is gone: `updatedAt` tells.\
            """);
        operation.addParametersItem(id());
        var answer = answer(answers.of(AnswerTypes.IMPORT), "How far it is");
        return responses(operation, ROOT + "/{importId}", answer, FORBIDDEN_POST, NOT_FOUND);
    }

    private static Operation report(AnswerSchemas answers) {
        var operation = operation("readImportReport", "What became of each row", """
            For ADMIN who works for every post. A line for each row, by number, as JSON Lines or CSV by `Accept`. ACCEPTED, ALREADY in the record, \
            REJECTED with code, rule and citation, or MALFORMED with where the fault is.\
            """);
        operation.addParametersItem(id());
        operation.addParametersItem(new QueryParameter()
                .name("result")
                .schema(Schemas.choice(List.of("ACCEPTED", "ALREADY", "REJECTED", "MALFORMED")))
                .description("only rows with that"));
        var lines = new ApiResponse()
                .description("A line for each row")
                .content(new Content()
                        .addMediaType("application/jsonl", new MediaType().schema(answers.of(AnswerTypes.IMPORT_LINE)))
                        .addMediaType("text/csv", new MediaType().schema(Schemas.text())));
        return responses(operation, ROOT + "/{importId}/report", lines, FORBIDDEN_POST, NOT_FOUND);
    }

    private static PathParameter id() {
        var id = new PathParameter();
        id.name("importId").schema(Schemas.uuid()).description("the id of an import");
        return id;
    }

    private static MediaType file(String summary, String text) {
        return new MediaType()
                .schema(Schemas.text())
                .addExamples("example", new Example().summary(summary).value(text));
    }

    private static ApiResponse answer(Schema<?> schema, String description) {
        return new ApiResponse()
                .description(description)
                .content(new Content().addMediaType("application/json", new MediaType().schema(schema)));
    }

    private static Operation operation(String id, String summary, String description) {
        return new Operation()
                .operationId(id)
                .addTagsItem("Operations")
                .summary(summary)
                .description(description);
    }

    private static Operation responses(Operation operation, String path, ApiResponse answer, ProblemCode... problems) {
        var responses = new ApiResponses().addApiResponse("200", answer);
        ProblemResponses.add(responses, path, List.of(problems), List.of());
        return operation.responses(responses);
    }
}
