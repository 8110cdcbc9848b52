package consular.cases.domain.golden;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Whatever can carry one case through the acts of a scenario. */
public interface CaseActor {

    /** The zone of a post, in which a scenario's times are told. */
    ZoneId zoneOf(String post);

    /** Moves the clock, and answers when everything due by then has been acted on. */
    void moveClock(Instant now);

    /**
     * Gives a command. {@code RegisterCase} comes first, with a case number that the driver may replace by
     * one of its own.
     *
     * @param who a demonstration user
     * @return the rejection's code; empty when accepted
     */
    Optional<String> give(
            String who,
            String command,
            ObjectNode body,
            @Nullable Instant effectiveAt,
            @Nullable String lateEntryReason);

    /** A command as its body is sent, with when it took effect, and why it comes late, among its members. */
    static ObjectNode request(ObjectNode body, @Nullable Instant effectiveAt, @Nullable String lateEntryReason) {
        var request = body.deepCopy();
        if (effectiveAt != null) {
            request.put("effectiveAt", effectiveAt.toString());
        }
        if (lateEntryReason != null) {
            request.put("lateEntryReason", lateEntryReason);
        }
        return request;
    }

    /** Records that somebody asked without applying, at the post and the clock; it has to be accepted. */
    void recordQuasiRefusal(String who, ObjectNode body);
}
