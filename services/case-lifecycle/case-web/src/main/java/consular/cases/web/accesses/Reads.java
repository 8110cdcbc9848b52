package consular.cases.web.accesses;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which operations show what the record says of people, each by hand: a test holds that none is forgotten. */
final class Reads {
    private static final Map<String, Read> RECORDED = new HashMap<>();

    /** What everybody may know, sums over many people, hashes, and the state of the service itself. */
    private static final Set<String> NOT_PERSONAL = Set.of(
            "GET /api/v1/posts",
            "GET /api/v1/posts/{code}/calendar",
            "GET /api/v1/rules",
            "GET /api/v1/rules/{id}",
            "GET /api/v1/rule-sets",
            "GET /api/v1/schemas/{type}/{revision}",
            "GET /api/v1/reports/report-28",
            "GET /api/v1/reports/reviews",
            "GET /api/v1/reports/adjusted-refusal-rate",
            "GET /api/v1/audit/checkpoint",
            "GET /api/v1/audit/key",
            "GET /api/v1/audit/proof/inclusion",
            "GET /api/v1/audit/proof/consistency",
            "GET /api/v1/admin/read-models/comparison",
            "GET /api/v1/admin/read-models/status",
            "GET /api/v1/admin/dead-letters",
            "GET /api/v1/imports/{importId}",
            "GET /api/v1/imports/{importId}/report",
            "GET /api/v1/subscriptions",
            "GET /api/v1/subscriptions/{subscriptionId}",
            "GET /api/v1/subscriptions/{subscriptionId}/held-cases",
            "GET /api/v1/simulation/clock");

    static {
        of("GET /api/v1/cases", "read-cases");
        of("POST /api/v1/cases:search", "searchCases");
        of("GET /api/v1/cases/{caseId}", "readCase");
        of("GET /api/v1/cases/{caseId}/events", "readHistory");
        of("GET /api/v1/cases/{caseId}/deadlines", "readDeadlines");
        of("GET /api/v1/cases/{caseId}/commands", "readCommands");
        of("GET /api/v1/cases/{caseId}/letters", "readLetters");
        of("GET /api/v1/cases/{caseId}/letters/{letterId}", "readLetter");
        of("GET /api/v1/cases/{caseId}/proof", "proveCase");
        of("GET /api/v1/cases/{caseId}/rule-set-effects", "compareRuleSets");
        of("POST /api/v1/cases/{caseId}/what-if", "askWhatIf");
        of("GET /api/v1/quasi-refusals/{quasiRefusalId}", "readQuasiRefusal");
        of("GET /api/v1/fee-windows", "read-fee-windows");
        of("GET /api/v1/terminations", "read-terminations");
        of("GET /api/v1/reviews", "read-reviews");
        of("GET /api/v1/decisions-due", "read-decisions-due");
        of("GET /api/v1/advisory-opinions", "read-advisory-opinions");
        of("GET /api/v1/notices-due", "read-notices-due");
        of("GET /api/v1/class-entries", "read-class-entries");
        of("GET /api/v1/document-returns", "read-document-returns");
        of("GET /api/v1/reports/rule-set-effects", "read-reports-rule-set-effects");
        of("GET /api/v1/events", "readLog");
        of("GET /api/v1/audit/export", "exportLog");
        of("GET /api/v1/audit/tile/{*path}", "readTile");
        of("GET /api/v1/audit/accesses", "readAccesses");
        dryRun("POST /api/v1/cases/{caseId}/commands/{command}");
        dryRun("POST /api/v1/quasi-refusals/{quasiRefusalId}/commands/LinkApplication");
        dryRun("POST /api/v1/quasi-refusals/{quasiRefusalId}/commands/ErasePersonalData");
    }

    private Reads() {}

    private static void of(String operation, String name) {
        RECORDED.put(operation, new Read(name, false));
    }

    /** What a dry run would append is shown and not in the log; what is appended is in the log with who did it. */
    private static void dryRun(String operation) {
        RECORDED.put(operation, new Read("dryRun", true));
    }

    /** What is recorded of an operation, such as {@code GET /api/v1/events}; empty when it is not. */
    static Optional<Read> find(String operation) {
        return Optional.ofNullable(RECORDED.get(operation));
    }

    static boolean isNotPersonal(String operation) {
        return NOT_PERSONAL.contains(operation);
    }

    static Set<String> recorded() {
        return Set.copyOf(RECORDED.keySet());
    }

    static Set<String> notPersonal() {
        return NOT_PERSONAL;
    }

    /**
     * A read that is recorded.
     *
     * @param name of the operation
     * @param dryRunOnly whether only dry runs are
     */
    record Read(String name, boolean dryRunOnly) {}
}
