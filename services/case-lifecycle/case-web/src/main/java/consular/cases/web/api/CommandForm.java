package consular.cases.web.api;

import consular.cases.domain.people.CaseId;
import consular.cases.web.problem.ApiException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A command as it is handed in. Each part is read when it is asked for, since whoever may not give the command is told so
 * before anything is said about its form; a part that can't be meant is an {@link ApiException} then.
 */
interface CommandForm {
    /** The name of the command. */
    String command();

    /** The case that it is for; a registration has none. 404 when there can be no such case. */
    CaseId caseId();

    /** Whether it is only to be tried out. */
    boolean dryRun();

    /** What the command says, and when and why so late. */
    ObjectNode body();

    /** The version that the sender last saw; null when the sender does not say. */
    @Nullable
    Long expectedVersion();

    /** The idempotency key; empty when there is none. */
    Optional<String> key();
}
