package consular.cases.domain.quasirefusals;

import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.CaseId;

/** An applicant, by the case. */
public record ApplicantOfCase(CaseId caseId, ApplicantId applicantId) {}
