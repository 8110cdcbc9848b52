package consular.cases.web.openapi;

import consular.cases.domain.law.Rejection;
import consular.cases.domain.law.RejectionCode;
import consular.cases.web.json.WebJson;
import consular.cases.web.problem.Fault;
import consular.cases.web.problem.Problem;
import consular.cases.web.problem.ProblemCode;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The problems that an operation may end in, each with an example. */
final class ProblemResponses {
    private static final String PROBLEM_JSON = "application/problem+json";

    /** Every operation may end so. */
    private static final List<ProblemCode> ANYWHERE = List.of(
            ProblemCode.MALFORMED_REQUEST,
            ProblemCode.UNAUTHENTICATED,
            ProblemCode.FORBIDDEN_ROLE,
            ProblemCode.NOT_ACCEPTABLE,
            ProblemCode.TOO_MANY_REQUESTS,
            ProblemCode.INTERNAL_ERROR,
            ProblemCode.SERVICE_UNAVAILABLE);

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final String SOME_ID = "5e7d0c1e-6a3f-4a57-9a55-0d9a1f1f6f10";
    private static final Map<String, String> VALUES = Map.of(
            "code",
            "LND",
            "id",
            "R-IV-11",
            "letterId",
            "R1",
            "path",
            "0/000",
            "processor",
            "read-models",
            "revision",
            "1",
            "type",
            "VisaRefused");

    private ProblemResponses() {}

    /** The schema of all problems. */
    static Schema<Object> schema() {
        var fault = Schemas.object();
        fault.addProperty("pointer", described(Schemas.text(), "the member of the body as a JSON Pointer"));
        fault.addProperty("parameter", described(Schemas.text(), "the query parameter at fault"));
        fault.addProperty("header", described(Schemas.text(), "the header at fault"));
        fault.addProperty("detail", Schemas.text());
        fault.setRequired(List.of("pointer", "detail"));
        var schema = Schemas.object();
        schema.addProperty("type", described(Schemas.of("string", "uri"), "stable, one for each code"));
        schema.addProperty("title", Schemas.text());
        schema.addProperty("status", Schemas.of("integer", "int32"));
        schema.addProperty("detail", Schemas.text());
        schema.addProperty("instance", Schemas.of("string", "uri-reference"));
        schema.addProperty("code", Schemas.choice(codes()));
        schema.addProperty("rule", described(Schemas.text(), "the rule of law, such as R-IV-11"));
        schema.addProperty("citation", described(Schemas.text(), "where the rule is written"));
        schema.addProperty("errors", Schemas.array(fault));
        schema.setRequired(List.of("type", "title", "status", "detail", "instance", "code"));
        return schema;
    }

    private static List<String> codes() {
        return Stream.concat(Arrays.stream(ProblemCode.values()), Arrays.stream(RejectionCode.values()))
                .map(Enum::name)
                .toList();
    }

    private static Schema<Object> described(Schema<Object> schema, String description) {
        schema.setDescription(description);
        return schema;
    }

    /** Adds what any operation may end in, these codes, and these rejections. */
    static void add(ApiResponses responses, String instance, List<ProblemCode> codes, List<RejectionCode> rejections) {
        var byStatus = new TreeMap<Integer, Map<String, Problem>>();
        var path = asSent(instance);
        Stream.concat(ANYWHERE.stream(), codes.stream())
                .forEach(code -> put(byStatus, Problem.of(code, code.title(), path, faults(code))));
        rejections.forEach(code -> put(byStatus, Problem.of(new Rejection(code, "says what stands in the way"), path)));
        byStatus.forEach((status, problems) -> responses.addApiResponse(String.valueOf(status), response(problems)));
    }

    /** A path as a client has it, with values where the description has names. */
    private static String asSent(String path) {
        return PLACE.matcher(path).replaceAll(place -> VALUES.getOrDefault(place.group(1), SOME_ID));
    }

    private static List<Fault> faults(ProblemCode code) {
        return code == ProblemCode.MALFORMED_REQUEST
                ? List.of(Fault.ofMember("/applicantId", "/applicantId is missing"))
                : List.of();
    }

    private static void put(Map<Integer, Map<String, Problem>> byStatus, Problem problem) {
        byStatus.computeIfAbsent(problem.status(), _ -> new TreeMap<>()).put(problem.code(), problem);
    }

    private static ApiResponse response(Map<String, Problem> problems) {
        var media = new MediaType().schema(Schemas.ref("Problem"));
        problems.forEach((code, problem) -> media.addExamples(
                code, new Example().summary(problem.title()).value(WebJson.MAPPER.convertValue(problem, Map.class))));
        var response = new ApiResponse()
                .description(String.join(", ", problems.keySet()))
                .content(new Content().addMediaType(PROBLEM_JSON, media));
        var names = new ArrayList<String>();
        if (problems.containsKey(ProblemCode.SERVICE_UNAVAILABLE.name())) {
            names.add("Retry-After");
        }
        if (problems.containsKey(ProblemCode.TOO_MANY_REQUESTS.name())) {
            names.addAll(List.of("Retry-After", "RateLimit-Policy", "RateLimit"));
        }
        names.forEach(name -> response.addHeaderObject(name, new Header().$ref("#/components/headers/" + name)));
        return response;
    }
}
