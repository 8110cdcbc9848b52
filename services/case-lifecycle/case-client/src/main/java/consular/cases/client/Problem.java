package consular.cases.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why the service said no (RFC 9457).
 *
 * @param status the HTTP status: 422 when the law rejects
 * @param code what a program goes by, such as {@code FINDINGS_ACTIVE}
 * @param detail what a person reads
 * @param rule the rule that the law rests on, by its name in the reference of rules
 * @param citation where the law says so
 * @param errors what is wrong with which member of the body, when the status is 400
 */
public record Problem(
        int status,
        @Nullable String code,
        @Nullable String title,
        @Nullable String detail,
        @Nullable String rule,
        @Nullable String citation,
        List<Fault> errors) {

    /** Something that is wrong with a member, named by its JSON pointer (RFC 6901). */
    public record Fault(@Nullable String pointer, @Nullable String detail) {}

    /** A service says nothing about members when nothing is wrong with them. */
    public Problem {
        errors = errors == null ? List.of() : List.copyOf(errors);
    }
}
