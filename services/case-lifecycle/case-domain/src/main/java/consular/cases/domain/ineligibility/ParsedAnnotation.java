package consular.cases.domain.ineligibility;

/** What the annotation box of a 221(g) refusal was found to say. */
public sealed interface ParsedAnnotation {

    /**
     * One reason of the list.
     *
     * @param originalRequested "original" or "Or" stood before it (R-VOC-04)
     * @param forPetitioner "petitioner" or "pet" stood before it (R-VOC-05)
     */
    record Recognised(RefusalReason reason, boolean originalRequested, boolean forPetitioner)
            implements ParsedAnnotation {

        /** The one spelling that is stored and compared for duplicates: "pet", "Or", then the short form (R-VOC-06). */
        public String canonical() {
            return (forPetitioner ? "pet " : "") + (originalRequested ? "Or " : "") + reason.shortForm();
        }
    }

    /** Not in the list: a local document's name, two reasons in one, a prefix given twice (R-VOC-02, R-VOC-03). */
    record UnknownReason() implements ParsedAnnotation {}

    /** A reason of the list, with a prefix that only a document can take (R-VOC-07). */
    record PrefixNotApplicable(RefusalReason reason) implements ParsedAnnotation {}
}
