package consular.cases.web.openapi;

import consular.cases.web.api.Parameters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.PathParameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Parameters, headers and ways to sign in, which many operations share. */
final class SharedParts {
    private static final String CASE = "2189297e-ab15-4d8a-8e80-d9cc89725d38";

    private static final Map<String, Object> EXAMPLES = Map.ofEntries(
            Map.entry("caseId", CASE),
            Map.entry("quasiRefusalId", "d56ee60c-f716-46f0-9452-692ce3e1e8b3"),
            Map.entry("code", "MNL"),
            Map.entry("dryRun", true),
            Map.entry("Idempotency-Key", "refuse-MNL2024012345-1"),
            Map.entry("If-Match", "\"7\""),
            Map.entry("If-None-Match", "\"7\""),
            Map.entry("version", 3),
            Map.entry("asOf", "2024-03-05T12:00:00Z"),
            Map.entry("axis", "recorded"),
            Map.entry("limit", Parameters.DEFAULT_LIMIT),
            Map.entry("after", "4711"),
            Map.entry("post", List.of("MNL")),
            Map.entry("atLeast", CASE + ":7"));

    private SharedParts() {}

    static void addTo(Components components) {
        components
                .addSchemas("Problem", ProblemResponses.schema())
                .addParameters("caseId", path("caseId", Schemas.uuid(), "the id of a case"))
                .addParameters("quasiRefusalId", path("quasiRefusalId", Schemas.uuid(), "the id of a quasi-refusal"))
                .addParameters("code", path("code", Schemas.text(), "the code of a post, such as LND"))
                .addParameters(
                        "dryRun",
                        query(
                                "dryRun",
                                Schemas.flag(),
                                "decide only; nothing is stored, and what would be selected for review is not told"))
                .addParameters(
                        "Idempotency-Key",
                        header(
                                "Idempotency-Key",
                                key(),
                                "the same key and body get the first answer again, kept at least 24 hours; "
                                        + "white space and the order of members don't count"))
                .addParameters(
                        "If-Match",
                        header("If-Match", Schemas.text(), "the ETag of the version last seen, or *; else 412"))
                .addParameters(
                        "If-None-Match", header("If-None-Match", Schemas.text(), "ETags that the client has; then 304"))
                .addParameters("version", query("version", Schemas.integer(), "as it was after so many events, from 1"))
                .addParameters("asOf", query("asOf", Schemas.moment(), "as of an instant; not with version"))
                .addParameters(
                        "axis",
                        query(
                                "axis",
                                Schemas.choice(List.of("recorded", "effective")),
                                "what the record said then (the default), or what was so by all that is known today"))
                .addParameters("limit", query("limit", limit(), "how many at most"))
                .addParameters("after", query("after", Schemas.text(), "the next of the page before"))
                .addParameters("post", query("post", Schemas.array(Schemas.text()), "only these posts"))
                .addParameters(
                        "atLeast",
                        query(
                                "atLeast",
                                Schemas.text(),
                                "<caseId>:<version> that the answer must have seen; waits up to 2 s, then 503; at once "
                                        + "if an event of the case is a dead letter (CASE_HELD_BACK)"))
                .addHeaders(
                        "ETag",
                        answer(
                                Schemas.text(),
                                "the version answered, quoted, such as \"7\"; along axis=effective the number of"
                                    + " events that count at that instant, which is the view's version and nothing for"
                                    + " If-Match"))
                .addHeaders("Case-Version", answer(Schemas.integer(), "the version of the case"))
                .addHeaders("Idempotency-Replayed", answer(Schemas.flag(), "true when this is the first answer again"))
                .addHeaders("Location", answer(Schemas.of("string", "uri-reference"), "where it is"))
                .addHeaders(
                        "RateLimit-Policy",
                        answer(
                                Schemas.text(),
                                "how many requests (q) are taken in how many seconds (w), of a person or an address;"
                                        + " with every answer where there is a limit"))
                .addHeaders(
                        "RateLimit",
                        answer(
                                Schemas.text(),
                                "how many requests are left (r), and in how many seconds (t) all are again"))
                .addHeaders("Retry-After", answer(Schemas.integer(), "seconds after which to try again"))
                .addSecuritySchemes(
                        "basic",
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("basic")
                                .description("Demo users, in the profiles local and simulation"))
                .addSecuritySchemes(
                        "bearer",
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description("Tokens of the identity provider, in the profile production"));
        components
                .getParameters()
                .forEach((name, parameter) -> parameter.example(Objects.requireNonNull(EXAMPLES.get(name), name)));
    }

    /** An idempotency key. */
    static Schema<Object> key() {
        var schema = Schemas.text();
        schema.setMinLength(1);
        schema.setMaxLength(255);
        schema.setPattern("^[!-~]+$");
        return schema;
    }

    private static Schema<Object> limit() {
        return limit(Parameters.DEFAULT_LIMIT);
    }

    /** How many items an answer has at most. */
    static Schema<Object> limit(int otherwise) {
        var schema = Schemas.integer();
        schema.setMinimum(BigDecimal.ONE);
        schema.setMaximum(BigDecimal.valueOf(Parameters.HIGHEST_LIMIT));
        schema.setDefault(otherwise);
        return schema;
    }

    private static Parameter path(String name, Schema<?> schema, String description) {
        return new PathParameter().name(name).schema(schema).description(description);
    }

    private static Parameter query(String name, Schema<?> schema, String description) {
        return new QueryParameter().name(name).schema(schema).description(description);
    }

    private static Parameter header(String name, Schema<?> schema, String description) {
        return new HeaderParameter().name(name).schema(schema).description(description);
    }

    private static Header answer(Schema<?> schema, String description) {
        return new Header().schema(schema).description(description);
    }
}
