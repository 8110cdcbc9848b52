package consular.cases.web;

import consular.cases.application.CaseRegister;
import consular.cases.application.StoredEvent;
import consular.cases.domain.CaseEvent.CaseRegistered;
import consular.cases.domain.people.CaseId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The numbers of the cases on a log in memory. */
record CaseRegisterInMemory(CasesInMemory cases) implements CaseRegister {
    @Override
    public Map<String, CaseId> withNumbers(Collection<String> caseNumbers) {
        var found = new HashMap<String, CaseId>();
        for (var line : cases.lines(StoredEvent.class)) {
            if (line.event() instanceof CaseRegistered registered) {
                caseNumbers.stream()
                        .filter(registered.caseNumber()::equalsIgnoreCase)
                        .forEach(number -> found.put(number, line.caseId()));
            }
        }
        return found;
    }
}
