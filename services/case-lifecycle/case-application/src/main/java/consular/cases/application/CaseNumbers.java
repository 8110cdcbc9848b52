package consular.cases.application;

import consular.cases.domain.people.CaseId;
import consular.ledger.postgres.AppendConditions;
import consular.ledger.postgres.UniqueValues;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Which case numbers are taken: the one rule that spans cases. */
@Component
final class CaseNumbers implements CaseRegister {
    private static final String KIND = "case-number";

    private final UniqueValues values;

    CaseNumbers(UniqueValues values) {
        this.values = values;
    }

    /** Takes a number with the events that register the case, and with nothing less. */
    void take(String caseNumber, CaseId caseId) {
        AppendConditions.claimValue(KIND, capitals(caseNumber), caseId.toString());
    }

    /** Whether a case has the number. */
    boolean isTaken(String caseNumber) {
        return values.isTaken(KIND, capitals(caseNumber));
    }

    @Override
    public Map<String, CaseId> withNumbers(Collection<String> caseNumbers) {
        var streams = values.streams(
                KIND, caseNumbers.stream().map(CaseNumbers::capitals).toList());
        var found = new HashMap<String, CaseId>();
        for (var number : caseNumbers) {
            var stream = streams.get(capitals(number));
            if (stream != null) {
                found.put(number, CaseId.of(stream));
            }
        }
        return found;
    }

    /** The same letters in capitals or not are the same number to whoever reads it aloud or types it. */
    private static String capitals(String caseNumber) {
        return caseNumber.toUpperCase(Locale.ROOT);
    }
}
