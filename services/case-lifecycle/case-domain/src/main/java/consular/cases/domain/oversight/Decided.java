package consular.cases.domain.oversight;

import consular.cases.domain.people.CaseId;
import consular.cases.domain.people.OfficerId;

/**
 * One decision of an officer.
 *
 * @param id tells it from every other of its kind in the case
 */
public record Decided(ReviewSubject subject, OfficerId officer, CaseId caseId, String id) {}
