package consular.cases.domain.petitions;

/** Why a consular officer suspends action on a petition (22 CFR 42.43(a)). */
public enum SuspensionReason {
    /** The petitioner asks for it. */
    PETITIONER_REQUEST,
    /** The approval seems to have been obtained by fraud, misrepresentation or other unlawful means. */
    APPROVAL_BY_FRAUD,
    /** The beneficiary seems not to be entitled, for another reason, to the status approved. */
    NOT_ENTITLED
}
