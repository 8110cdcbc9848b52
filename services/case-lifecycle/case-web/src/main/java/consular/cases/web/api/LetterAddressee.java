package consular.cases.web.api;

/** Who gets a letter: the applicant, and a copy the attorney of record. */
enum LetterAddressee {
    APPLICANT,
    COUNSEL
}
