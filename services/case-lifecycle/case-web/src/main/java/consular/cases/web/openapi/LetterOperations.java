package consular.cases.web.openapi;

import static consular.cases.web.problem.ProblemCode.FORBIDDEN_POST;
import static consular.cases.web.problem.ProblemCode.FORBIDDEN_ROLE;
import static consular.cases.web.problem.ProblemCode.NOT_FOUND;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.PathParameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.math.BigDecimal;
import java.util.List;

/** A letter, which is not JSON. */
final class LetterOperations {
    private static final String PATH = "/api/v1/cases/{caseId}/letters/{letterId}";

    private LetterOperations() {}

    static void addTo(Paths paths) {
        var answer = new ApiResponse()
                .description("The letter, in the form that Accept asks for; text/plain unless it says")
                .content(new Content()
                        .addMediaType("text/plain", new MediaType().schema(Schemas.text()))
                        .addMediaType("text/html", new MediaType().schema(Schemas.text()))
                        .addMediaType("application/pdf", new MediaType().schema(Schemas.of("string", "binary"))))
                .addHeaderObject("ETag", new Header().$ref("#/components/headers/ETag"));
        var operation = new Operation()
                .operationId("readLetter")
                .addTagsItem("Cases")
                .summary("A letter to the applicant, with a copy to counsel; or the reply to an inquiry")
                .description(
                        "404 also where the Department has a notice suppressed, and for counsel's copy of a letter for"
                            + " which no counsel was on record. A letter that was issued reads as it did on that day:"
                            + " with the post, the names and the counsel of then. Only what the Department instructs"
                            + " later limits it; a reply that tells more than that is a letter no more.")
                .responses(new ApiResponses().addApiResponse("200", answer));
        operation.addParametersItem(new Parameter().$ref("#/components/parameters/caseId"));
        operation.addParametersItem(new PathParameter()
                .name("letterId")
                .schema(Schemas.text())
                .description("a refusal's id for its notice, reversal- and that id, termination-warning, termination or"
                        + " reinstatement, inquiry- and the number of a reply"));
        operation.addParametersItem(new QueryParameter()
                .name("language")
                .schema(Schemas.choice(List.of("en", "es")))
                .description("English unless given; sentences that the law words are English in either"));
        operation.addParametersItem(new QueryParameter()
                .name("addressee")
                .schema(Schemas.choice(List.of("applicant", "counsel", "requester")))
                .description("for whom, the letter's own reader unless given; counsel gets the applicant's letter as a"
                        + " copy; a reply to an inquiry goes to the requester only, in the English of the record"));
        operation.addParametersItem(new QueryParameter()
                .name("issue")
                .schema(Schemas.integer().minimum(BigDecimal.ONE))
                .description("which issue of the letter, from 1, where it was issued more than once; the latest unless"
                        + " given"));
        ProblemResponses.add(
                operation.getResponses(), PATH, List.of(FORBIDDEN_ROLE, FORBIDDEN_POST, NOT_FOUND), List.of());
        paths.addPathItem(PATH, new PathItem().get(operation));
    }
}
