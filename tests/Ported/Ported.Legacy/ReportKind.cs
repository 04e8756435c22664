namespace Ported.Legacy
{
    public enum ReportKind
    {
        None = 0,
        Daily = 10,
        Weekly = 20
    }
}
