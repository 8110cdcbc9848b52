package consular.cases.web.openapi;

import static consular.cases.web.problem.ProblemCode.CASE_HELD_BACK;
import static consular.cases.web.problem.ProblemCode.FORBIDDEN_POST;
import static consular.cases.web.problem.ProblemCode.NOT_YET_VISIBLE;
import static consular.cases.web.problem.ProblemCode.PAYLOAD_TOO_LARGE;
import static consular.cases.web.problem.ProblemCode.UNSUPPORTED_MEDIA_TYPE;

import consular.cases.web.api.SearchBodies;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Map;

/** The search by name, which asks in its body and else as the list of cases does. */
final class SearchOperation {
    private static final String PATH = "/api/v1/cases:search";

    private static final String DESCRIPTION = """
        The list of cases, of those only in which one applicant has every word of `name` in the family and given names together. \
        Accents and capitals make no difference, nor does the order; a word is found as a whole. The filters of the list are given \
        in the query as there, and meant of the same applicant. Names are compared by keyed digests: the answer names nobody, and \
        of the body nothing is kept. Whoever was erased is found by name no more.

        A search changes nothing, so it can be sent again as it is; an `Idempotency-Key` makes no difference.\
        """;

    private SearchOperation() {}

    /** Beside the list, which answers the same. */
    static void addTo(Paths paths, Operation list) {
        var example =
                new Example().summary("Maria Santos, however it is written").value(Map.of("name", "María Santos"));
        var responses =
                new ApiResponses().addApiResponse("200", list.getResponses().get("200"));
        ProblemResponses.add(
                responses,
                PATH,
                List.of(FORBIDDEN_POST, NOT_YET_VISIBLE, CASE_HELD_BACK, PAYLOAD_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE),
                List.of());
        var operation = new Operation()
                .operationId("searchCases")
                .tags(list.getTags())
                .summary("Cases, by the name of an applicant")
                .description(DESCRIPTION)
                .parameters(list.getParameters())
                .requestBody(new RequestBody()
                        .required(true)
                        .content(new Content()
                                .addMediaType(
                                        "application/json",
                                        new MediaType()
                                                .schema(BodySchemas.of(SearchBodies.SEARCH))
                                                .addExamples("example", example))))
                .responses(responses);
        operation.addExtension("x-eventually-consistent", true);
        paths.addPathItem(PATH, new PathItem().post(operation));
    }
}
