package consular.cases.domain;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.law.FiscalYear;
import consular.cases.domain.refusals.Finding;
import consular.cases.domain.refusals.FindingStatus;
import java.util.List;
import java.util.TreeMap;

/** The findings of one case by the fiscal years of their days, as the report counts them. */
record FindingsCounted(String ground, int found, int overcome, int waived, int reversed) {

    static List<FindingsCounted> of(CaseFile file, int fiscalYear) {
        var rows = new TreeMap<String, FindingsCounted>();
        file.applicants()
                .forEach(applicant -> applicant.findings().forEach(finding -> {
                    var counted = new FindingsCounted(
                            finding.entered().ground(),
                            FiscalYear.of(finding.refusedOn()) == fiscalYear && !applicant.isFoundAnew(finding) ? 1 : 0,
                            closed(finding, FindingStatus.OVERCOME, fiscalYear),
                            closed(finding, FindingStatus.WAIVED, fiscalYear),
                            closed(finding, FindingStatus.REVERSED, fiscalYear));
                    if (!counted.isNothing()) {
                        rows.merge(counted.ground, counted, FindingsCounted::and);
                    }
                }));
        return List.copyOf(rows.values());
    }

    private static int closed(Finding finding, FindingStatus as, int fiscalYear) {
        var on = finding.closedOn();
        return finding.status() == as && on != null && FiscalYear.of(on) == fiscalYear ? 1 : 0;
    }

    private boolean isNothing() {
        return found + overcome + waived + reversed == 0;
    }

    private FindingsCounted and(FindingsCounted other) {
        return new FindingsCounted(
                ground,
                found + other.found,
                overcome + other.overcome,
                waived + other.waived,
                reversed + other.reversed);
    }
}
