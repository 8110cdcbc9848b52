package consular.cases.web.openapi;

import consular.cases.web.api.AnswerTypes;
import consular.cases.web.api.ScreeningBodies;
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
import io.swagger.v3.oas.models.parameters.PathParameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Map;

/** What the law says, of itself and of somebody's plans. */
final class LawOperations {
    private static final String ROOT = "/api/v1/";
    private static final String JSON = "application/json";
    private static final String LAW = "Law";

    private static final String SCREENING = """
        Advice, with every reason that applies; the officer decides. For INTAKE, ADJUDICATOR, SUPERVISOR, \
        DEPARTMENT, AUDITOR and ADMIN, and about any post. A fact left out counts as not so; `assumedFalse` names \
        them. Nothing about the person is stored: under an idempotency key only the moment is kept at which the question \
        was first asked, for which it is answered again.\
        """;

    private static final String BORDER = """
        {"renewal": {"post": "TJT", "nationality": "IN", "visaClass": "H1B", "residesIn": "US", "entryClass": "H1B",
                     "visaObtainedIn": "IN", "everOutOfStatus": false},
         "changeOfStatus": {"post": "CDJ", "nationality": "CN", "visaClass": "H1B", "residesIn": "US", "entryClass": "F1",
                            "changedStatus": true, "on": "2024-03-05"}}
        """;

    private static final String READMISSION = """
        {"weekInCanada": {"nationality": "IN", "visaClass": "H1B", "departedOn": "2024-03-01", "returnsOn": "2024-03-08",
                          "visited": "CONTIGUOUS", "i94ValidUntil": "2025-09-30", "appliedForVisaDuringAbsence": false}}
        """;

    private final AnswerSchemas answers;
    private final Components components;
    private final Paths paths;

    LawOperations(AnswerSchemas answers, Components components, Paths paths) {
        this.answers = answers;
        this.components = components;
        this.paths = paths;
    }

    void add() {
        var ruleSets = operation(
                "readRuleSets", "The versions of the law, the oldest first", answers.page(AnswerTypes.RULE_SET_ITEM));
        shared(ruleSets, "limit", "after");
        get("rule-sets", ruleSets);
        var rules = operation("readRules", "Every rule, as it stands on a day", answers.page(AnswerTypes.RULE_ITEM));
        shared(rules, "limit", "after");
        get("rules", rules.addParametersItem(on()));
        var rule = operation("readRule", "A rule, as it stands on a day", answers.of(AnswerTypes.RULE_ITEM));
        rule.addParametersItem(
                new PathParameter().name("id").schema(Schemas.text()).description("the id of a rule, such as R-IV-03"));
        get("rules/{id}", rule.addParametersItem(on()), ProblemCode.NOT_FOUND);
        new RuleSetOperations(answers, paths).add();
        screening(
                "third-country-national",
                "screenThirdCountryNational",
                "Whether a third-country national may apply at a post on the Mexican border",
                ScreeningBodies.THIRD_COUNTRY_NATIONAL,
                BORDER);
        screening(
                "automatic-revalidation",
                "screenAutomaticRevalidation",
                "Whether an expired visa is deemed extended to the day of a readmission",
                ScreeningBodies.READMISSION,
                READMISSION);
    }

    private void screening(String path, String id, String summary, Shape.Members body, String examples) {
        var name = body.type().getSimpleName();
        components.addSchemas(name, BodySchemas.of(body));
        var media = new MediaType().schema(Schemas.ref(name));
        WebJson.MAPPER
                .readTree(examples)
                .properties()
                .forEach(example -> media.addExamples(
                        example.getKey(),
                        new Example().value(WebJson.MAPPER.convertValue(example.getValue(), Map.class))));
        var answer = answer(summary, answers.of(AnswerTypes.SCREENING))
                .addHeaderObject(
                        "Idempotency-Replayed", new Header().$ref("#/components/headers/Idempotency-Replayed"));
        var operation = operation(id, summary, answer)
                .description(SCREENING)
                .requestBody(new RequestBody().required(true).content(new Content().addMediaType(JSON, media)));
        shared(operation, "Idempotency-Key");
        ProblemResponses.add(
                operation.getResponses(),
                ROOT + "screenings/" + path,
                List.of(
                        ProblemCode.FORBIDDEN_ROLE,
                        ProblemCode.PAYLOAD_TOO_LARGE,
                        ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                        ProblemCode.IDEMPOTENCY_KEY_REUSED),
                List.of());
        paths.addPathItem(ROOT + "screenings/" + path, new PathItem().post(operation));
    }

    private void get(String path, Operation operation, ProblemCode... problems) {
        ProblemResponses.add(operation.getResponses(), ROOT + path, List.of(problems), List.of());
        paths.addPathItem(ROOT + path, new PathItem().get(operation));
    }

    private static Operation operation(String id, String summary, Schema<?> answer) {
        return operation(id, summary, answer(summary, answer));
    }

    private static ApiResponse answer(String summary, Schema<?> answer) {
        return new ApiResponse()
                .description(summary)
                .content(new Content().addMediaType(JSON, new MediaType().schema(answer)));
    }

    private static Operation operation(String id, String summary, ApiResponse answer) {
        return new Operation()
                .operationId(id)
                .addTagsItem(LAW)
                .summary(summary)
                .responses(new ApiResponses().addApiResponse("200", answer));
    }

    private static void shared(Operation operation, String... names) {
        for (var name : names) {
            operation.addParametersItem(new Parameter().$ref("#/components/parameters/" + name));
        }
    }

    private static Parameter on() {
        return new QueryParameter()
                .name("on")
                .schema(Schemas.day())
                .description("the day whose law is asked for; today at Greenwich, unless given");
    }
}
