package consular.cases.web.openapi;

import static consular.cases.domain.law.RejectionCode.*;
import static consular.cases.web.problem.ProblemCode.*;

import consular.cases.domain.law.RejectionCode;
import consular.cases.domain.quasirefusals.QuasiRefusalView;
import consular.cases.web.api.AnswerTypes;
import consular.cases.web.api.QuasiRefusalBodies;
import consular.cases.web.json.Shape;
import consular.cases.web.json.WebJson;
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
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Quasi-refusals: recorded, read, and linked to the application that followed. */
final class QuasiRefusalOperations {
    private static final String ROOT = "/api/v1/quasi-refusals";
    private static final String ONE = ROOT + "/{quasiRefusalId}";
    private static final String LINK = ONE + "/commands/LinkApplication";

    private static final String ERASE = ONE + "/commands/ErasePersonalData";

    private static final List<ProblemCode> PROBLEMS = List.of(
            FORBIDDEN_ROLE,
            FORBIDDEN_POST,
            CONCURRENT_MODIFICATION,
            VERSION_MISMATCH,
            PAYLOAD_TOO_LARGE,
            UNSUPPORTED_MEDIA_TYPE,
            IDEMPOTENCY_KEY_REUSED);

    private static final String ABOUT_RECORDING = """
        For ADJUDICATOR, SUPERVISOR. A person without a formal application asked, seemed ineligible, was told of the
        provision and does not apply (9 FAM 504.11-3(B)(1)b-c). It is no refusal, and no report counts it.

        `ground` is the provision by its statutory path, such as `212(a)(6)(E)` or `212(e)`, and not the code under which
        CLASS keeps it. `lookout` says whether a lookout is entered in CLASS; it is never a hard entry, and `classEntry` of
        the quasi-refusal says whether CLASS has it. `category` is the visa that was asked about, if that was clear. `applicant` is the person's place in a registered case, if there is
        one: once that applicant has executed an application, ALREADY_FORMAL.
        """;

    private static final String ABOUT_LINKING = """
        For ADJUDICATOR, SUPERVISOR. Records that the person applied after all, which ends the inquiry: what follows is
        decided in the case. The application has to have been executed; a second one is ALREADY_FORMAL.
        """;

    private static final String ABOUT_ERASING = """
        For ADMIN. What is said of the person is destroyed, a moment after the answer: name, date of birth, and the
        explanation. KEY makes it unreadable; CONTENT destroys the ciphertext as well, and may follow. `authority` is a
        reference in one line, and names nobody. ERASED where nothing more would be destroyed. What the quasi-refusal
        was, and that CLASS has a lookout, stays on record.
        """;

    private static final String ERASE_EXAMPLE = """
        {"level": "KEY", "authority": "DAA-0059-2020-0003"}
        """;

    private static final String RECORD_EXAMPLE = """
        {"post": "MNL", "ground": "212(a)(6)(E)", "lookout": true,
         "person": {"familyName": "Reyes", "givenName": "Ana", "dateOfBirth": "1990-01-02", "nationality": "PH"},
         "explanation": "asked whether helping a brother across the border matters; told of the provision"}
        """;

    private static final String LINK_EXAMPLE = """
        {"caseId": "5e7d1a52-0c8b-4a0f-9d1b-6f3f0a7c2b11", "applicantId": "a1"}
        """;

    private QuasiRefusalOperations() {}

    static void addTo(Paths paths, AnswerSchemas answers) {
        var answer = answers.of(AnswerTypes.QUASI_REFUSAL_ANSWER);
        paths.addPathItem(ROOT, new PathItem().post(record(answer)));
        paths.addPathItem(ONE, new PathItem().get(read(answers)));
        paths.addPathItem(LINK, new PathItem().post(link(answer)));
        paths.addPathItem(ERASE, new PathItem().post(erase(answer)));
    }

    private static Operation record(Schema<?> answer) {
        var responses = new ApiResponses()
                .addApiResponse(
                        "201",
                        kept("The quasi-refusal is recorded", answer)
                                .addHeaderObject("Location", new Header().$ref("#/components/headers/Location")))
                .addApiResponse(
                        "200",
                        new ApiResponse()
                                .description("A dry run: the events that would follow")
                                .content(json(answer)));
        ProblemResponses.add(
                responses,
                ROOT,
                PROBLEMS,
                List.of(
                        FUTURE_EFFECTIVE_TIME,
                        LATE_ENTRY_REASON_REQUIRED,
                        UNKNOWN_POST,
                        ALREADY_FORMAL,
                        UNKNOWN_GROUND,
                        NIV_ONLY_GROUND));
        return command(
                        "RecordQuasiRefusal",
                        "Record a quasi-refusal",
                        ABOUT_RECORDING,
                        QuasiRefusalBodies.RECORD,
                        RECORD_EXAMPLE)
                .responses(responses);
    }

    private static ApiResponses onOne(String path, Schema<?> answer, RejectionCode... own) {
        var responses = new ApiResponses()
                .addApiResponse(
                        "200",
                        kept("The events that followed; of a dry run, without the headers of a version", answer));
        var problems = new ArrayList<>(PROBLEMS);
        problems.add(NOT_FOUND);
        var rejections =
                new ArrayList<>(List.of(FUTURE_EFFECTIVE_TIME, OUT_OF_ORDER, LATE_ENTRY_REASON_REQUIRED, ERASED));
        rejections.addAll(List.of(own));
        ProblemResponses.add(responses, path, problems, rejections);
        return responses;
    }

    private static Operation erase(Schema<?> answer) {
        return command(
                        "EraseInquirersData",
                        "Erase what is said of the person who asked",
                        ABOUT_ERASING,
                        QuasiRefusalBodies.ERASE,
                        ERASE_EXAMPLE)
                .addParametersItem(parameter("quasiRefusalId"))
                .responses(onOne(ERASE, answer));
    }

    private static Operation link(Schema<?> answer) {
        return command(
                        "LinkApplication",
                        "Link the application that followed",
                        ABOUT_LINKING,
                        QuasiRefusalBodies.LINK,
                        LINK_EXAMPLE)
                .addParametersItem(parameter("quasiRefusalId"))
                .responses(onOne(LINK, answer, ALREADY_FORMAL, NOT_EXECUTED));
    }

    private static Operation read(AnswerSchemas answers) {
        var responses = new ApiResponses()
                .addApiResponse("200", tagged("The quasi-refusal as it is", answers.of(QuasiRefusalView.class)));
        ProblemResponses.add(responses, ONE, List.of(FORBIDDEN_ROLE, FORBIDDEN_POST, NOT_FOUND), List.of());
        return new Operation()
                .operationId("readQuasiRefusal")
                .addTagsItem("Quasi-refusals")
                .summary("A quasi-refusal; not for DASHBOARD, since it names a person")
                .addParametersItem(parameter("quasiRefusalId"))
                .responses(responses);
    }

    private static Operation command(
            String id, String summary, String description, Shape.Members shape, String example) {
        var media = new MediaType()
                .schema(BodySchemas.of(shape))
                .addExamples(
                        "example", new Example().summary(summary).value(WebJson.MAPPER.readValue(example, Map.class)));
        var operation = new Operation()
                .operationId(id)
                .addTagsItem("Quasi-refusals")
                .summary(summary)
                .description(description)
                .requestBody(new RequestBody()
                        .required(true)
                        .content(new Content().addMediaType("application/json", media)));
        for (var name : List.of("dryRun", "Idempotency-Key", "If-Match")) {
            operation.addParametersItem(parameter(name));
        }
        return operation;
    }

    private static ApiResponse kept(String description, Schema<?> answer) {
        return tagged(description, answer)
                .addHeaderObject(
                        "Idempotency-Replayed", new Header().$ref("#/components/headers/Idempotency-Replayed"));
    }

    private static ApiResponse tagged(String description, Schema<?> answer) {
        return new ApiResponse()
                .description(description)
                .content(json(answer))
                .addHeaderObject("ETag", new Header().$ref("#/components/headers/ETag"));
    }

    private static Content json(Schema<?> schema) {
        return new Content().addMediaType("application/json", new MediaType().schema(schema));
    }

    private static Parameter parameter(String name) {
        return new Parameter().$ref("#/components/parameters/" + name);
    }
}
