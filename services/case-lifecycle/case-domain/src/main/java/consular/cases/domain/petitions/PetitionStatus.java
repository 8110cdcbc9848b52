package consular.cases.domain.petitions;

/**
 * What has become of an approved petition (22 CFR 42.43). Of two that are told of one day the later constant counts, so that
 * no visa is issued on a day on which anything stood in its way.
 */
public enum PetitionStatus {
    /** In force again: the Department of Homeland Security reaffirmed it, or the cause of a suspension is gone. */
    REAFFIRMED,
    /** The consular officer suspended action on it. */
    SUSPENDED,
    /** It went back to the Department of Homeland Security, with a report, to be reconsidered. */
    RETURNED,
    /** The Department of Homeland Security revoked its approval, or it was revoked by operation of law. */
    REVOKED
}
