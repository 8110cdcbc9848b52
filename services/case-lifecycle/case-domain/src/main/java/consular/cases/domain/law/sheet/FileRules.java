package consular.cases.domain.law.sheet;

/** Quasi-refusals, CLASS, annotations, files and reports: chapter 1.11. */
final class FileRules {
    static final String TEXT = """
        R-QR-01 | seed
        Somebody who only asks and seems ineligible is shown the section that the facts may fall under.

        R-QR-02 | seed | not counted
        If an inquirer then does not apply, nothing was refused and nothing is reported; a lookout may be entered.

        R-QR-03 | found
        A quasi-refusal alone is no ground for refusing a visa.

        R-QR-04 | found
        A hard code is entered in CLASS only when a visa was denied or revoked.

        R-QR-05 | found-partial
        A nonimmigrant who seeks advice is told the provision and, where practicable, asked to apply.

        R-CLS-01 | seed | by itself
        Refusals that are entered go on to CLASS by themselves.

        R-CLS-02 | seed | months
        Entries under 212(a) are shared with other agencies, where deletion takes months.

        R-ANN-01 | seed | each such visa
        A visa after an ineligibility under 212(a) was overcome says so.

        R-ANN-02 | seed
        A visa after a waiver says that there was one, which is another annotation.

        R-ANN-03 | derived
        Findings under 221(g) and quasi-refusals need no annotation.

        R-FIL-01 | seed
        A refusal file holds one copy of every document and the papers on the ineligibility.

        R-FIL-02 | seed | five paragraphs
        A file is of Category I for 212(a)(1), (2), (3), (6) and (8), else of Category II.

        R-FIL-03 | derived
        One finding of Category I makes the whole file so.

        R-RPT-01 | seed | periodic
        Posts report the immigrant visas that they issued and refused, all in the same way.

        R-RPT-02 | secondary
        The tables count findings by the date of each event; a finding overcome later is not taken back.

        R-RPT-03 | secondary | the last action of the year
        The adjusted rate for nonimmigrants counts only an applicant's last action of the fiscal year.
        """;

    private FileRules() {}
}
