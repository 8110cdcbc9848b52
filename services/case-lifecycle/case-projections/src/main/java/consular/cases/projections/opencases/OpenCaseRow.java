package consular.cases.projections.opencases;

import consular.cases.domain.Applicant;
import consular.cases.domain.CaseDeadlines;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.Deadline;
import consular.cases.domain.law.Alarms;
import consular.cases.domain.posts.Post;
import java.util.List;

/** A case on which something may still happen, as it is stored. */
record OpenCaseRow(String caseId, String post) {

    static List<OpenCaseRow> of(CaseFile file, Post post, Alarms alarms) {
        return isAnyoneToBeDecided(file)
                        || CaseDeadlines.of(file, post, alarms).stream().anyMatch(OpenCaseRow::mayFire)
                ? List.of(new OpenCaseRow(file.caseId().toString(), file.post().value()))
                : List.of();
    }

    private static boolean isAnyoneToBeDecided(CaseFile file) {
        var termination = file.registration().termination();
        return (termination == null || !termination.windowClosed())
                && file.applicants().stream().anyMatch(OpenCaseRow::isToBeDecided);
    }

    private static boolean isToBeDecided(Applicant applicant) {
        return switch (applicant.state()) {
            case REGISTERED, UNDECIDED, REFUSED, REOPENED, DISCONTINUED -> true;
            case ISSUED, LAPSED, WITHDRAWN -> false;
        };
    }

    private static boolean mayFire(Deadline deadline) {
        return switch (deadline.state()) {
            case RUNNING, SUSPENDED -> true;
            case MET, STOPPED, PASSED -> false;
        };
    }
}
