package consular.cases.domain.visas;

/** Whether a visa admits to residence or to a stay. */
public enum VisaCategory {
    IMMIGRANT,
    NONIMMIGRANT
}
