package consular.cases.letters.wording;

import consular.cases.domain.visas.VisaCategory;

/** What stands above and below the body of a letter. */
public sealed interface FrameWording permits EnglishFrameWording, SpanishFrameWording {
    String department();

    String consularSection(String city);

    String nationalVisaCenter();

    String date();

    String caseNumber();

    String to();

    String reference();

    String congressionalOffice();

    String counsel();

    String officer();

    String copyToCounsel();

    String refusalTitle(VisaCategory category);

    String reversalTitle();

    String warningTitle();

    String terminationTitle();

    String reinstatementTitle();

    String inquiryTitle();
}
