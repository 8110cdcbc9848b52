package consular.cases.domain.refusals;

import consular.cases.domain.people.OfficerId;

/** What a reviewer told the refusing officer would be done (9 FAM 504.11-3(A)(3)b). */
public record Announcement(OfficerId by, ProposedAction action) {}
