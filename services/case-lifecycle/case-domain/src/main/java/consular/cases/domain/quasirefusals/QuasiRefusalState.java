package consular.cases.domain.quasirefusals;

/** An inquiry as the events so far leave it. */
public sealed interface QuasiRefusalState permits QuasiRefusalState.NotReceived, QuasiRefusal {
    /** Nobody has asked under this id. */
    record NotReceived() implements QuasiRefusalState {}
}
