package consular.cases.web.openapi;

import consular.cases.domain.law.PolicySetting;
import consular.cases.web.api.AnswerTypes;
import consular.cases.web.problem.ProblemCode;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What another version of the law, or another policy, would do to cases. */
final class RuleSetOperations {
    private static final String ROOT = "/api/v1/";

    private static final String COMPARED = """
        For SUPERVISOR, AUDITOR and ADMIN. The commands of the record are given anew at their times, once under `from` and \
        once under `to`, and time passes in between; nothing is stored. Refusals, findings and opinions have the ids of the \
        record; those that it does not have are numbered on from its last. A rule set holds for every act, as if it had been in \
        force all along; without one, each act is decided under that of its day. The other parameters are settings of the \
        policy by their names in camel case, and hold for `to`; what is not given is as the service has it. Either `to` or a \
        setting must be given.\
        """;

    private final AnswerSchemas answers;
    private final Paths paths;

    RuleSetOperations(AnswerSchemas answers, Paths paths) {
        this.answers = answers;
        this.paths = paths;
    }

    void add() {
        var tag = new Header().$ref("#/components/headers/ETag");
        var ofCase = operation(
                "compareRuleSets",
                "Law",
                "The same case decided under two rule sets or policies, and what differs",
                json(answers.of(AnswerTypes.RULE_SET_COMPARISON)).addHeaderObject("ETag", tag));
        ofCase.description(COMPARED + "\n\nA command that could not have been given one way is told in `notGiven`.");
        shared(ofCase, "caseId");
        get("cases/{caseId}/rule-set-effects", ofCase, ProblemCode.NOT_FOUND);
        var report = operation(
                "read-reports-rule-set-effects",
                "Read models",
                "The open cases whose deadlines another rule set or policy would move, a row for each",
                json(answers.page(AnswerTypes.EFFECT_ITEM)));
        report.description(
                COMPARED + "\n\nOrdered by case. A page looks at a limited number of cases, so it may be short,"
                        + " or empty, and have a `next`; it is null at the end.");
        report.addExtension("x-eventually-consistent", true);
        shared(report, "post", "limit", "after", "atLeast");
        get("reports/rule-set-effects", report, ProblemCode.NOT_YET_VISIBLE, ProblemCode.CASE_HELD_BACK);
    }

    private void get(String path, Operation operation, ProblemCode... further) {
        operation.addParametersItem(query("from", Schemas.day(), "the rule set to compare, by its date"));
        operation.addParametersItem(query("to", Schemas.day(), "the rule set to compare it with"));
        for (var setting : PolicySetting.values()) {
            operation.addParametersItem(
                    query(setting.member(), Schemas.text(), "what consular.policy." + setting.key() + " would be"));
        }
        ProblemResponses.add(
                operation.getResponses(),
                ROOT + path,
                Stream.concat(Stream.of(ProblemCode.FORBIDDEN_ROLE, ProblemCode.FORBIDDEN_POST), Arrays.stream(further))
                        .toList(),
                List.of());
        paths.addPathItem(ROOT + path, new PathItem().get(operation));
    }

    private static Operation operation(String id, String tag, String summary, ApiResponse answer) {
        return new Operation()
                .operationId(id)
                .addTagsItem(tag)
                .summary(summary)
                .responses(new ApiResponses().addApiResponse("200", answer.description(summary)));
    }

    private static ApiResponse json(Schema<?> schema) {
        return new ApiResponse()
                .content(new Content().addMediaType("application/json", new MediaType().schema(schema)));
    }

    private static void shared(Operation operation, String... names) {
        for (var name : names) {
            operation.addParametersItem(new Parameter().$ref("#/components/parameters/" + name));
        }
    }

    private static Parameter query(String name, Schema<?> schema, String description) {
        return new QueryParameter().name(name).schema(schema).description(description);
    }
}
