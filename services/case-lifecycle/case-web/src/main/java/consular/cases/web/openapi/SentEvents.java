package consular.cases.web.openapi;

import consular.cases.web.api.AnswerTypes;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;

/** What the service sends to the receivers that subscribed: the other way round, so it is no path. */
final class SentEvents {
    private static final String DESCRIPTION = """
        Sent with POST to the `url` of each subscription, one event at a time and those of a case in their order, at least \
        once: pass over a `webhook-id` that you have taken. Verify the signature over the body as it came before you parse \
        it, as [Standard Webhooks](https://www.standardwebhooks.com) say. Answer within 15 s; what the body of the answer \
        says counts for nothing, and redirects are not followed.\
        """;

    private SentEvents() {}

    static void addTo(OpenAPI document, AnswerSchemas answers, AnswerExamples examples) {
        var event = new MediaType().schema(answers.of(AnswerTypes.CLOUD_EVENT));
        examples.one(event, AnswerTypes.CLOUD_EVENT.getSimpleName());
        var operation = new Operation()
                .operationId("receiveEvent")
                .addTagsItem("Webhooks")
                .summary("An event that a subscription asked for")
                .description(DESCRIPTION)
                // it is the signature that proves who sends it
                .security(List.of())
                .addParametersItem(header(
                        "webhook-id",
                        Schemas.text(),
                        "the id of the event, the same for every attempt",
                        "6f1b0f6e-5d0c-4f52-9d3e-2f0f5f3c1a11"))
                .addParametersItem(header(
                        "webhook-timestamp",
                        Schemas.integer(),
                        "when this attempt was signed, in seconds since 1970; turn away what is five minutes from now",
                        1709604000))
                .addParametersItem(header(
                        "webhook-signature",
                        Schemas.text(),
                        "`v1,` and the HMAC-SHA256 in base64 of id, timestamp and body with dots between; two of them"
                                + " with a space between while a secret is replaced, of which one has to fit",
                        "v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4="))
                .requestBody(new RequestBody()
                        .required(true)
                        .content(new Content().addMediaType("application/cloudevents+json", event)))
                .responses(new ApiResponses()
                        .addApiResponse("2XX", new ApiResponse().description("Taken: it is not sent again"))
                        .addApiResponse(
                                "410", new ApiResponse().description("Nothing more is wanted: the subscription ends"))
                        .addApiResponse(
                                "default",
                                new ApiResponse()
                                        .description(
                                                "Not taken: the case is held and tried again after a pause, as long as"
                                                        + " `Retry-After` asks for if that is longer")));
        document.addWebhooks("event", new PathItem().post(operation));
    }

    private static Parameter header(String name, Schema<?> schema, String description, Object example) {
        return new HeaderParameter()
                .name(name)
                .required(true)
                .schema(schema)
                .description(description)
                .example(example);
    }
}
