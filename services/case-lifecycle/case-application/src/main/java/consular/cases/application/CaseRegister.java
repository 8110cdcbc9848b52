package consular.cases.application;

import consular.cases.domain.people.CaseId;
import java.util.Collection;
import java.util.Map;

/** Which case has which number. */
public interface CaseRegister {
    /**
     * The cases with these numbers, by number as it was asked for; a number that no case has is left out. Capitals and small
     * letters are the same.
     */
    Map<String, CaseId> withNumbers(Collection<String> caseNumbers);
}
