package consular.cases.domain.law.sheet;

/** Nonimmigrants, third-country nationals and revalidation: chapters 1.12 and 1.13. */
final class NonimmigrantRules {
    static final String TEXT = """
        R-NIV-01 | found
        Once a nonimmigrant has applied, the visa is issued or refused, save under an order of INA 243(d).

        R-NIV-02 | found | a list
        Nonimmigrants are refused under 212(a), 212(e), 212(f), 214(b), 214(l), 221(g), 222(g) or another provision
        that says so.

        R-NIV-03 | found | not L, V, H-1 but H-1B1
        A nonimmigrant is taken for an immigrant until the officer is satisfied of the contrary.

        R-NIV-04 | seed | four elements
        A reply to an inquiry names ground, law and helpful evidence, and mentions a supervisor only if one
        concurred.

        R-NIV-05 | found-partial
        Nonimmigrant refusals and issuances are reviewed as the Secretary's guidance says.

        R-NIV-06 | recalled-unverified | 120 days
        The review of a nonimmigrant refusal comes without delay; while evidence is expected it may wait.

        R-NIV-07 | found
        The reviewer stands above the officer in the chain of supervision.

        R-NIV-08 | found-partial
        A standard share of cases is reviewed, and more of officers who are new.

        R-NIV-09 | recalled-unverified
        A reviewer with a commission may take the case over and decide it anew; one without has to consult.

        R-NIV-10 | secondary | one year
        Documents asked of a nonimmigrant under 221(g) come within a year, or the application lapses.

        R-NIV-11 | found-partial
        The visa of a person who overstayed is void, and the next one is applied for in the country of nationality.

        R-NIV-12 | recalled-unverified
        Records of visas are confidential.

        R-NIV-13 | found
        The originals on which a refusal rests are kept, the others returned.

        R-TCN-01 | seed | five posts
        The posts on the Mexican border are Ciudad Juarez, Matamoros, Nogales, Nuevo Laredo and Tijuana.

        R-TCN-02 | seed | never out of status
        An applicant who lives in the United States and was never out of status may renew at a border post in the
        same category, visitors and H-2 excepted.

        R-TCN-03 | seed | classes
        Students, exchange visitors, journalists, religious and temporary workers and crews may ask at a border post
        for a visa they never had.

        R-TCN-04 | seed | classes
        Visitors, travellers in transit, diplomats, treaty traders, H-1A, H-2 and Q are sent to their home country.

        R-TCN-05 | seed | one post
        Nuevo Laredo issues no visas to crews.

        R-TCN-06 | seed | ever
        An applicant who was ever out of status by staying too long is not accepted.

        R-TCN-07 | seed
        Visitors who do not reside in Mexico get no B visa there, not even a renewal.

        R-TCN-08 | seed | two cases
        A passport or visa that was lost or stolen opens an exception for the way home.

        R-TCN-09 | seed
        An applicant who changed status in the United States does not get a visa of the new category there.

        R-TCN-10 | seed
        An applicant who was admitted in one category does not get a visa of another there.

        R-TCN-11 | seed
        An applicant who was admitted under the Visa Waiver Program is not accepted.

        R-TCN-12 | seed
        An applicant who got the present visa outside the country of legal residence is not accepted.

        R-TCN-13 | seed, recalled-unverified | | until 2011-04-27
        An applicant who was told when the visa was issued that special registration applies is not accepted.

        R-TCN-14 | seed | five nationalities, by date
        Nationals of certain countries are not accepted.

        R-TCN-15 | seed | three days
        An application at a border post takes at least three days: fingerprints, interview, passport.

        R-TCN-16 | seed
        An applicant who changes to H-1 from another category does well to ask a lawyer first.

        R-REV-01 | found
        At readmission an expired visa counts as extended to that day, and as converted if the status was changed.

        R-REV-02 | found-partial | 30 days
        Automatic revalidation takes a valid I-94 and an absence of at most thirty days in contiguous territory, for
        F and J also on adjacent islands.

        R-REV-03 | found, seed | any application | from 2002-04-01
        An application for a new visa during the absence ends automatic revalidation, whatever comes of it.

        R-REV-04 | found, secondary | by date | from 2002-04-01
        Automatic revalidation is not for nationals of states that sponsor terrorism.
        """;

    private NonimmigrantRules() {}
}
