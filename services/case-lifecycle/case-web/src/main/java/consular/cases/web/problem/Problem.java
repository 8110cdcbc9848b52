package consular.cases.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import consular.cases.domain.law.Rejection;
import consular.cases.domain.law.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A problem document.
 *
 * @param code what went wrong, for machines
 * @param rule the rule of law that a command came up against
 * @param citation where that rule is written
 * @param errors each thing wrong with a malformed request
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        @Nullable String rule,
        @Nullable String citation,
        @Nullable List<Fault> errors) {

    /** The title of every problem that the law raises. */
    public static final String REJECTED = "The law or the record stands in the way";

    public static Problem of(ProblemCode code, String detail, String instance, List<Fault> faults) {
        return new Problem(
                ProblemCode.type(code.name()),
                code.title(),
                code.status().value(),
                detail,
                instance,
                code.name(),
                null,
                null,
                faults.isEmpty() ? null : List.copyOf(faults));
    }

    /** A command turned down by the law or the record. */
    public static Problem of(Rejection rejection, String instance) {
        var code = rejection.code();
        return new Problem(
                ProblemCode.type(code.name()),
                REJECTED,
                HttpStatus.UNPROCESSABLE_CONTENT.value(),
                rejection.detail(),
                instance,
                code.name(),
                rejection.rule().map(Rule::id).orElse(null),
                rejection.rule().map(Rule::citation).orElse(null),
                null);
    }
}
