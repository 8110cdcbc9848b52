package consular.benchmarks.history;

import consular.cases.domain.people.CaseId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case after its history was replayed.
 *
 * @param last what the source says in the end
 * @param caseId null when the registration was rejected
 * @param version the version that was acknowledged last
 * @param stateHash of the state folded from the answers as they came
 * @param decided whether anyone's application ever came before an officer
 * @param differences persons who stand in law elsewhere than the source says in the end, in words
 * @param elsewhere whether the source shows the case at another post in the end
 */
record ReplayedCase(
        Counts last,
        @Nullable CaseId caseId,
        long version,
        int stateHash,
        boolean decided,
        List<String> differences,
        boolean elsewhere) {
    ReplayedCase {
        differences = List.copyOf(differences);
    }
}
