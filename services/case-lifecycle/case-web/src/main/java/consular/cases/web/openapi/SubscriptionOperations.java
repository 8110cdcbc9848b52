package consular.cases.web.openapi;

import static consular.cases.web.problem.ProblemCode.FORBIDDEN_POST;
import static consular.cases.web.problem.ProblemCode.FORBIDDEN_ROLE;
import static consular.cases.web.problem.ProblemCode.IDEMPOTENCY_KEY_REUSED;
import static consular.cases.web.problem.ProblemCode.NOT_FOUND;
import static consular.cases.web.problem.ProblemCode.PAYLOAD_TOO_LARGE;
import static consular.cases.web.problem.ProblemCode.TARGET_REFUSED;
import static consular.cases.web.problem.ProblemCode.TOO_MANY_SUBSCRIPTIONS;
import static consular.cases.web.problem.ProblemCode.UNSUPPORTED_MEDIA_TYPE;

import consular.cases.application.webhooks.Subscription;
import consular.cases.application.webhooks.Subscriptions;
import consular.cases.web.api.EvictionBody;
import consular.cases.web.api.ReplayBody;
import consular.cases.web.api.RotationBody;
import consular.cases.web.api.SubscriptionAnswers;
import consular.cases.web.api.SubscriptionBody;
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
import io.swagger.v3.oas.models.parameters.PathParameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Receivers to which events are sent. What they are told is in {@link SubscriptionTexts}. */
final class SubscriptionOperations {
    private static final String ALL = "/api/v1/subscriptions";
    private static final String ONE = ALL + "/{subscriptionId}";
    private static final String HELD = ONE + "/held-cases";
    private static final String HELD_ONE = HELD + "/{subject}";

    private static final String RECEIVER = """
        {"url": "https://hooks.example.org/visas", "description": "the appointment system",
         "eventTypes": ["VisaIssued", "VisaRefused"]}
        """;

    private final AnswerSchemas answers;
    private final Paths paths;

    SubscriptionOperations(AnswerSchemas answers, Paths paths) {
        this.answers = answers;
        this.paths = paths;
    }

    void add() {
        var one = answers.of(Subscription.class);
        var held = answers.of(SubscriptionAnswers.HeldCaseAnswer.class);
        paths.addPathItem(
                ALL, new PathItem().get(list(answers.page(Subscription.class))).post(create()));
        paths.addPathItem(ONE, new PathItem().get(read(one)).delete(delete()));
        paths.addPathItem(ONE + "/pause", new PathItem().post(change("pauseSubscription", ONE + "/pause", one)));
        paths.addPathItem(ONE + "/resume", new PathItem().post(owned("resumeSubscription", ONE + "/resume", one)));
        paths.addPathItem(
                ONE + "/replay",
                new PathItem()
                        .post(owned("replaySubscription", ONE + "/replay", one, UNSUPPORTED_MEDIA_TYPE)
                                .requestBody(body(ReplayBody.SHAPE, "{\"after\": 4711}")
                                        .required(true))));
        paths.addPathItem(
                ONE + "/rotate-secret",
                new PathItem()
                        .post(owned(
                                        "rotateSubscriptionSecret",
                                        ONE + "/rotate-secret",
                                        answers.of(SubscriptionAnswers.RotatedSecret.class))
                                .requestBody(body(RotationBody.SHAPE, "{\"overlapHours\": 24}"))));
        paths.addPathItem(HELD, new PathItem().get(listHeld(answers.page(Subscriptions.Waiting.class))));
        paths.addPathItem(
                HELD_ONE + "/retry", new PathItem().post(ofCase(owned("retryHeldCase", HELD_ONE + "/retry", held))));
        paths.addPathItem(
                HELD_ONE + "/discard",
                new PathItem()
                        .post(ofCase(owned("discardHeldCase", HELD_ONE + "/discard", held, UNSUPPORTED_MEDIA_TYPE))
                                .requestBody(body(
                                                EvictionBody.SHAPE,
                                                "{\"reason\": \"the receiver took the case over by hand\"}")
                                        .required(true))));
    }

    private Operation create() {
        var created = kept(answers.of(SubscriptionAnswers.CreatedSubscription.class))
                .addHeaderObject("Location", new Header().$ref("#/components/headers/Location"));
        return operation(
                        "createSubscription",
                        ALL,
                        "201",
                        created,
                        FORBIDDEN_POST,
                        // the first answer again, of one that was deleted since
                        NOT_FOUND,
                        TARGET_REFUSED,
                        TOO_MANY_SUBSCRIPTIONS,
                        PAYLOAD_TOO_LARGE,
                        UNSUPPORTED_MEDIA_TYPE,
                        IDEMPOTENCY_KEY_REUSED)
                .addParametersItem(shared("Idempotency-Key"))
                .requestBody(body(SubscriptionBody.SHAPE, RECEIVER).required(true));
    }

    private static Operation list(Schema<?> page) {
        return operation("readSubscriptions", ALL, "200", answered(page), FORBIDDEN_POST)
                .addParametersItem(shared("limit"))
                .addParametersItem(shared("after"));
    }

    private static Operation listHeld(Schema<?> page) {
        return operation("readHeldCases", HELD, "200", answered(page), FORBIDDEN_POST, NOT_FOUND)
                .addParametersItem(subscriptionId())
                .addParametersItem(new QueryParameter()
                        .name("dead")
                        .schema(Schemas.flag())
                        .description("only those that are dead, or only those that are tried again"))
                .addParametersItem(shared("limit"))
                .addParametersItem(shared("after"));
    }

    private static Operation read(Schema<?> one) {
        return operation("readSubscription", ONE, "200", answered(one), FORBIDDEN_POST, NOT_FOUND)
                .addParametersItem(subscriptionId());
    }

    private static Operation delete() {
        return operation("deleteSubscription", ONE, "204", new ApiResponse(), NOT_FOUND)
                .addParametersItem(subscriptionId());
    }

    private static Operation change(String id, String path, Schema<?> answer, ProblemCode... further) {
        var problems = new ArrayList<>(List.of(NOT_FOUND, PAYLOAD_TOO_LARGE, IDEMPOTENCY_KEY_REUSED));
        problems.addAll(Arrays.asList(further));
        return operation(id, path, "200", kept(answer), problems.toArray(ProblemCode[]::new))
                .addParametersItem(subscriptionId())
                .addParametersItem(shared("Idempotency-Key"));
    }

    /** What is only for whoever works for all posts of the subscription. */
    private static Operation owned(String id, String path, Schema<?> answer, ProblemCode... further) {
        return change(
                id,
                path,
                answer,
                Stream.concat(Stream.of(FORBIDDEN_POST), Stream.of(further)).toArray(ProblemCode[]::new));
    }

    private static Operation ofCase(Operation operation) {
        return operation.addParametersItem(new PathParameter()
                .name("subject")
                .schema(Schemas.uuid())
                .description("the case or quasi-refusal, as the list has it"));
    }

    private static Operation operation(
            String id, String path, String status, ApiResponse response, ProblemCode... problems) {
        var summary = SubscriptionTexts.summary(id);
        var all = new ArrayList<>(List.of(FORBIDDEN_ROLE));
        all.addAll(Arrays.asList(problems));
        var responses = new ApiResponses().addApiResponse(status, response.description(summary));
        ProblemResponses.add(responses, path, all, List.of());
        return new Operation()
                .operationId(id)
                .addTagsItem("Webhooks")
                .summary(summary)
                .description(SubscriptionTexts.description(id))
                .responses(responses);
    }

    private static RequestBody body(Shape.Members shape, String example) {
        return new RequestBody()
                .content(new Content()
                        .addMediaType(
                                "application/json",
                                new MediaType()
                                        .schema(BodySchemas.of(shape))
                                        .addExamples(
                                                "example",
                                                new Example().value(WebJson.MAPPER.readValue(example, Map.class)))));
    }

    private static ApiResponse answered(Schema<?> schema) {
        return new ApiResponse()
                .content(new Content().addMediaType("application/json", new MediaType().schema(schema)));
    }

    private static ApiResponse kept(Schema<?> schema) {
        return answered(schema)
                .addHeaderObject(
                        "Idempotency-Replayed", new Header().$ref("#/components/headers/Idempotency-Replayed"));
    }

    private static Parameter subscriptionId() {
        return new PathParameter()
                .name("subscriptionId")
                .schema(Schemas.uuid())
                .description("the id of a subscription");
    }

    private static Parameter shared(String name) {
        return new Parameter().$ref("#/components/parameters/" + name);
    }
}
